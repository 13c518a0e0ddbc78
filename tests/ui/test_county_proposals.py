"""What is proposed for the places of a form: exactly what they are called, of the right year."""

from collections.abc import Iterator

import pytest

from models.county_forms.common_names import COMMON_NAMES
from models.county_forms.sources import Source
from models.figures.catalogue import BY_CODE
from models.records.town import Town
from models.store import Store
from ui.pages.county_forms.proposing import LEFT_BLANK, Proposer, years_back


def _figure(code: str, back: int = 0) -> Source:
    return Source(kind="figure", content=code, years_back=back)


@pytest.fixture(scope="module")
def proposer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proposer]:
    path = tmp_path_factory.mktemp("town") / "甲镇.db"
    town = Town(name="甲镇", union_name="甲镇总工会", parent_union="甲县总工会", year=2024)
    store = Store.create(path, town)
    yield Proposer(store, 2024)
    store.close()


def test_every_common_name_is_of_a_figure() -> None:
    assert [code for code in COMMON_NAMES if code not in BY_CODE] == []


def test_no_common_name_is_of_two_figures() -> None:
    names = [name for one in COMMON_NAMES.values() for name in one]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("会员总数 · 人 · 本年数", _figure("members_in_unions")),
        ("会员总数 · 人 · 其中:女", _figure("union_members_female")),
        ("1.基层工会总数（个） · 合计", _figure("unions_total")),
        ("会员总数 · 上年数", _figure("members_in_unions", 1)),
        ("会员总数 · 2024年末 · 总数", _figure("members_in_unions")),
        ("一、签订集体合同 · 份 · 2023年", _figure("cb_contracts", 1)),
        ("一、签订集体合同 · 份 · 2024年", _figure("cb_contracts")),
        ("会员总数 · 其中:农民工 · 男", None),
        ("基层工会总数 · 其中:女", None),
        ("从没听说过的项目", None),
        ("会员总数 · 备注", LEFT_BLANK),
    ],
)
def test_a_cell_is_proposed_what_it_is_called(
    proposer: Proposer, label: str, expected: Source | None
) -> None:
    assert proposer.propose(label, "cell", "") == expected


def test_a_blank_in_a_text_is_proposed_a_setting(proposer: Proposer) -> None:
    assert proposer.propose("填报单位", "slot", "") == Source(kind="setting", content="union_name")
    assert proposer.propose("制表", "slot", "") == Source(kind="setting", content="clerk")
    assert proposer.propose("审核", "slot", "") == Source(kind="setting", content="chair")


def test_a_column_is_proposed_a_field_of_its_list(proposer: Proposer) -> None:
    found = proposer.propose("单位名称", "column", "unit")

    assert found == Source(kind="column", content="name", table_name="unit")


def test_a_list_is_known_by_two_of_its_columns(proposer: Proposer) -> None:
    assert (
        proposer.guess_list(["序号", "工会名称", "建会时间"], ["unit", "union_org"]) == "union_org"
    )
    assert proposer.guess_list(["甲", "乙"], ["unit", "union_org"]) == ""


@pytest.mark.parametrize(
    ("label", "back"), [("2022年 · 会员", 2), ("上年 · 会员", 1), ("2024年 · 会员", 0), ("会员", 0)]
)
def test_years_are_told_from_the_forms_own(label: str, back: int) -> None:
    assert years_back(label, 2024) == back
