"""One box finds records by characters, by sound, by initials and by digits."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.records.bargaining import Contract
from models.records.papers import Document
from models.records.unions import Union
from models.records.units import Unit
from models.search_index import LONGEST
from models.store import Store
from models.values.dates import PartialDate

UNITS = (
    Unit(
        name="空谷远山机械（集团）有限公司",
        credit_code="91370399MAQH00018Y",
        legal_person="单雨喆",
        phone="13900000017",
        village="石桥村",
    ),
    Unit(name="石桥𬭎盛纸箱厂", legal_person="阿依努尔·艾山", phone="13900000028"),
    Unit(name="ABC_100%棉织品\\店", contact="吕堃"),
)


@pytest.fixture
def units(store: Store) -> list[Unit]:
    with store.change("新增单位"):
        return [store.save(one) for one in UNITS]


def found(store: Store, text: str) -> list[int]:
    return [hit.id for hit in store.search(text, ("unit",))]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("远山", [1]),
        ("机械（集团）", [1]),
        ("机械(集团)", [1]),
        ("yuanshanjixie", [1]),
        ("YuanShan", [1]),
        ("ysjx", [1]),
        ("YSJX", [1]),
        ("MAQH0001", [1]),
        ("maqh0001", [1]),
        ("0000017", [1]),
        ("1390000", [1, 2]),
        ("艾山", [2]),
        ("阿依努尔•艾山", [2]),
        ("aynearas", []),
        ("ayneas", [2]),
        ("𬭎盛", [2]),
        ("石桥", [2, 1]),
        ("吕堃", [3]),
        ("lvkun", [3]),
        ("没有的", []),
        ("", []),
        ("  \u3000", []),
    ],
)
def test_the_box_finds(store: Store, units: list[Unit], text: str, numbers: list[int]) -> None:
    assert found(store, text) == numbers


@pytest.mark.parametrize("text", ["%", "100%", "_", "C_1", "\\", "品\\店"])
def test_marks_of_the_database_language_are_only_characters(
    store: Store, units: list[Unit], text: str
) -> None:
    assert found(store, text) == [3]


@pytest.mark.parametrize("text", ["%%%", "_____", "'", '"', "*", "a%z", "远%山", "远_山", "\\%"])
def test_marks_that_nobody_wrote_find_nothing(store: Store, units: list[Unit], text: str) -> None:
    assert found(store, text) == []


def test_words_do_not_run_from_one_field_into_the_next(store: Store, units: list[Unit]) -> None:
    assert found(store, "有限公司91370399") == []
    assert found(store, "gongsi91") == []


def test_names_come_before_other_mentions(store: Store) -> None:
    with store.change("新增单位"):
        store.save(Unit(name="河湾糖厂", village="石桥村"))
        store.save(Unit(name="石桥糖厂"))

    assert [hit.id for hit in store.search("石桥")] == [2, 1]


def test_one_search_goes_over_all_tables_or_some(store: Store, units: list[Unit]) -> None:
    day = date(2024, 5, 6)
    with store.change("新增"):
        store.save(Union(name="远山工会", org_type="10", founded_on=PartialDate(2024)))
        store.save(Document(doc_no="空谷镇工发〔2024〕1号", issued_on=day, kind="5", title="批复"))
        store.save(
            Contract(unit_name="远山机械", kind="2", signed_on=day, valid_from=day, valid_to=day)
        )

    everything = store.search("远山")
    some = store.search("远山", ("union_org", "document"))

    assert {hit.table for hit in everything} == {"unit", "union_org", "cb_contract"}
    assert [(hit.table, hit.id) for hit in some] == [("union_org", 1)]
    assert store.search("〔2024〕1号")[0].table == "document"
    assert store.search("[2024]1号")[0].table == "document"


def test_no_more_hits_than_asked_for(store: Store) -> None:
    with store.change("导入", kind="import"):
        store.save_all([Unit(name=f"远山{n}厂") for n in range(30)])

    assert len(store.search("远山", limit=7)) == 7
    assert len(store.matching_ids("unit", "远山")) == 30
    assert store.matching_ids("union_org", "远山") == set()


def test_editing_deleting_and_undoing_keep_the_box_up_to_date(
    store: Store, units: list[Unit]
) -> None:
    with store.change("改名"):
        store.save(replace(units[0], name="河湾机械厂"))
    assert (found(store, "远山"), found(store, "河湾")) == ([], [1])

    store.undo()
    assert (found(store, "远山"), found(store, "河湾")) == ([1], [])

    with store.change("删除单位"):
        store.delete(units[0])
    assert found(store, "远山") == []

    store.undo()
    assert found(store, "ysjx") == [1]

    store.redo()
    assert found(store, "ysjx") == []


def test_a_change_that_fails_leaves_the_box_as_it_was(store: Store, units: list[Unit]) -> None:
    with pytest.raises(ZeroDivisionError):
        rename_and_fail(store, units[0])

    assert (found(store, "远山"), found(store, "河湾")) == ([1], [])


def rename_and_fail(store: Store, unit: Unit) -> None:
    with store.change("改名"):
        store.save(replace(unit, name="河湾机械厂"))
        raise ZeroDivisionError


def test_nothing_of_a_deleted_record_stays_in_the_box(store: Store, units: list[Unit]) -> None:
    with store.change("删除单位"):
        for unit in units:
            store.delete(unit)

    rows = store.connection.execute("SELECT count(*) FROM search_entry WHERE table_name = 'unit'")
    assert rows.fetchone() == (0,)


def test_a_very_long_text_is_cut_and_not_refused(store: Store, units: list[Unit]) -> None:
    assert found(store, "远" * 100_000) == []
    assert len("远" * LONGEST) == LONGEST


@given(name=st.text("山河石%_\\'\"*?[]()（）abZ01𬭎喆·", min_size=1, max_size=12), data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_part_of_a_name_finds_it(store: Store, name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(name) - 1))
    end = data.draw(st.integers(start + 1, len(name)))
    with store.change("新增单位"):
        unit = store.save(Unit(name=name))

    assert unit.id in store.matching_ids("unit", name[start:end])
