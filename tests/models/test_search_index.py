"""The search says the same as a plain look at every record, whatever was done to the file."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from models.records.members import Member
from models.records.units import Unit
from models.search_index import MOST_CHANGED, Hit
from models.search_table import ELSEWHERE
from models.store import Store
from models.values.pinyin import full_pinyin, initials
from models.values.text import name_key

SURNAMES = "张王李单仇解查曾区朴盖乐翟"
GIVEN = "建华雨喆𬭎明AB·一〇"
UNITS = ("云溪宏达铸造厂", "石桥单县饲料（集团）有限公司", "ABC_100%棉织品店", "第3车间", "仇家庄")
TYPED = (
    *(
        "张建",
        "宏达",
        "zjh",
        "shan",
        "dan",
        "sy",
        "qiu",
        "chou",
        "1",
        "19",
        "00",
        "宏达 张",
        "建 3",
    ),
    *("hongdazhuzao", "hdzz", "ABC", "100%", "_", "（集团）", "第3", "d3", "x", "张|宏", "没有"),
)


def naively(store: Store, text: str) -> set[int]:
    """Return the members that mention every word, told from their fields alone."""
    words = [name_key(one) for one in text.replace("|", " ").split()]
    return {
        one.id
        for one in store.all(Member)
        if one.id and words and all(_mentions(one, word) for word in words)
    }


def _mentions(member: Member, word: str) -> bool:
    values = [str(getattr(member, name)) for name in Member.about.search]
    return any(word in spelling for value in values for spelling in _spellings(value))


def _spellings(value: str) -> Iterator[str]:
    yield name_key(value)
    if not value.isascii():
        yield from (full_pinyin(value), initials(value))
        if len(value) <= 4:
            yield from (full_pinyin(value, surname=True), initials(value, surname=True))


def invented(chance: random.Random) -> Member:
    return Member(
        name=chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.randrange(3))),
        id_no=f"370399{chance.randrange(10**11):011}{chance.choice('0123456789X')}",
        mobile=f"1{chance.randrange(10**10):010}",
        unit_name=chance.choice(UNITS),
    )


def typed(store: Store, chance: random.Random) -> Iterator[str]:
    """Yield what a clerk might type: words, and parts of what stands in the file."""
    yield from chance.sample(TYPED, 8)
    members = store.all(Member)
    for one in chance.sample(members, min(4, len(members))):
        for value in (one.name, one.id_no, one.mobile, full_pinyin(one.name), initials(one.name)):
            start = chance.randrange(len(value))
            yield value[start : start + chance.randrange(1, 7)]
            yield value[-4:]


def act(store: Store, chance: random.Random) -> None:
    """Do one thing to the file, as a clerk does."""
    members = store.all(Member)
    deed = chance.choice(("add", "edit", "delete", "undo", "redo", "fail"))
    if deed == "undo" and store.undoable():
        store.undo()
    elif deed == "redo" and store.redoable():
        store.redo()
    elif deed == "delete" and members:
        with store.change("删除会员"):
            store.delete(chance.choice(members))
    elif deed == "edit" and members:
        with store.change("修改会员"):
            store.save_all([replace(invented(chance), id=chance.choice(members).id)])
    elif deed == "fail":
        with pytest.raises(ZeroDivisionError):
            _fail(store, invented(chance))
    else:
        with store.change("登记会员"):
            store.save_all([invented(chance) for _ in range(chance.randrange(1, 9))])


def _fail(store: Store, member: Member) -> None:
    with store.change("登记会员"):
        store.save_all([member])
        raise ZeroDivisionError


def check(store: Store, text: str) -> None:
    wanted = naively(store, text)
    found = store.search(text, ("member",), limit=5)
    everything = store.search(text, ("member",), limit=100_000)

    assert store.matching_ids("member", text) == wanted, text
    assert {hit.id for hit in everything} == wanted, text
    assert len(found) == min(5, len(wanted)), text
    assert {hit.id for hit in found} <= wanted, text
    assert ranks(found) == ranks(everything)[:5], text


def ranks(hits: list[Hit]) -> list[int]:
    """Return how well hits answer; among other mentions than names that is not always told."""
    return [min(hit.rank, ELSEWHERE) for hit in hits]


@pytest.mark.parametrize("seed", range(4))
def test_the_search_agrees_with_a_full_scan_after_every_step(store: Store, seed: int) -> None:
    chance = random.Random(seed)

    for _ in range(15):
        act(store, chance)
        for text in typed(store, chance):
            check(store, text)


def test_an_import_of_many_and_its_undoing_are_searched_too(store: Store) -> None:
    chance = random.Random(0)
    with store.change("登记会员"):
        store.save_all([invented(chance) for _ in range(300)])
    check(store, "张")

    with store.change("导入", kind="import"):
        store.save_all([invented(chance) for _ in range(MOST_CHANGED + 500)])
    for text in typed(store, chance):
        check(store, text)

    store.undo()
    for text in TYPED:
        check(store, text)


def test_a_file_that_is_opened_again_is_searched_as_before(store: Store) -> None:
    chance = random.Random(1)
    with store.change("登记会员"):
        store.save_all([invented(chance) for _ in range(200)])
    path = store.path
    store.close()

    with Store.open(path) as again:
        for text in TYPED:
            check(again, text)


@pytest.mark.parametrize(
    ("name", "readings"),
    [
        ("单雨喆", ("shanyuzhe", "danyuzhe", "syz", "dyz")),
        ("仇二", ("qiuer", "chouer", "qe")),
        ("解放", ("xiefang", "jiefang", "xf", "jf")),
        ("查良", ("zhaliang", "chaliang", "zl", "cl")),
        ("曾国", ("zengguo", "zg")),
        ("朴正", ("piaozheng", "pz")),
        ("盖平", ("geping", "gaiping")),
        ("区大", ("ouda", "quda")),
        ("尉迟恭", ("yuchigong", "weichigong", "ycg")),
    ],
)
def test_people_are_found_by_both_readings_of_their_surname(
    store: Store, name: str, readings: tuple[str, ...]
) -> None:
    with store.change("新增"):
        member = store.save_all([Member(name=name)])[0]
        unit = store.save(Unit(name="一厂", legal_person=name))

    for one in readings:
        assert member.id in store.matching_ids("member", one), one
        assert unit.id in store.matching_ids("unit", one), one


def test_several_people_in_one_field_are_each_found_by_their_surname(store: Store) -> None:
    with store.change("新增"):
        unit = store.save(Unit(name="一厂", contact="王明、单雨喆"))

    assert store.matching_ids("unit", "shanyuzhe") == {unit.id}


def test_exact_names_come_first_then_beginnings_then_insides_then_other_mentions(
    store: Store,
) -> None:
    with store.change("新增"):
        store.save(Unit(name="河湾纸箱厂", village="石桥"))
        store.save(Unit(name="大石桥纸箱厂"))
        store.save(Unit(name="石桥纸箱厂"))
        store.save(Unit(name="石桥"))

    for text in ("石桥", "shiqiao", "sq"):
        assert [hit.id for hit in store.search(text, ("unit",))] == [4, 3, 2, 1], text


def test_the_best_are_found_among_very_many(store: Store) -> None:
    with store.change("导入", kind="import"):
        store.save_all([Unit(name=f"大石桥{number}厂") for number in range(400)])
        store.save_all([Unit(name="石桥"), Unit(name="石桥厂")])

    assert [hit.id for hit in store.search("石桥", ("unit",), limit=3)] == [401, 402, 1]


def test_the_end_of_an_identity_number_comes_before_its_middle(store: Store) -> None:
    with store.change("新增"):
        store.save_all(
            [Member(name=f"张{n}", id_no=f"3703990217{n:08}") for n in range(100)]
            + [Member(name="王一", id_no="370399198503010217")]
        )

    assert store.search("0217", ("member",), limit=5)[0].id == 101


def test_several_words_must_all_be_mentioned_those_in_the_name_first(store: Store) -> None:
    with store.change("新增"):
        store.save(Unit(name="宏达铸造厂", legal_person="张三"))
        store.save(Unit(name="宏达张氏铸造厂"))
        store.save(Unit(name="宏达建材厂", legal_person="李四"))

    assert [hit.id for hit in store.search("宏达 张", ("unit",))] == [2, 1]
    assert [hit.id for hit in store.search("张\u3000hd", ("unit",))] == [2, 1]


def test_reading_ahead_goes_on_in_small_steps(store: Store) -> None:
    with store.change("导入", kind="import"):
        store.save_all([Member(name=f"张{number}") for number in range(3_000)])

    steps = 1
    while not store.read_ahead(0):
        steps += 1

    assert steps > 3
    assert len(store.matching_ids("member", "张")) == 3_000


def test_what_changes_while_it_is_read_ahead_is_found_as_it_is_now(store: Store) -> None:
    with store.change("导入", kind="import"):
        members = store.save_all([Member(name=f"张{number}") for number in range(3_000)])
    while not store.read_ahead(0):
        if store.count(Member, name="李一") == 0:
            with store.change("修改会员"):
                store.save_all([replace(members[2], name="李一")])

    assert store.matching_ids("member", "李") == {members[2].id}
    assert members[2].id not in store.matching_ids("member", "张")
