"""Rosters say what the lists hold, agree with the figures, and are good with 0, 1 and 300 rows."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.figures.catalogue import compute
from models.periods import year_period
from models.records.bargaining import Coverage
from models.records.unions import Union, UnionTerm, UnionUnit
from models.records.units import Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate
from reports.blocks import Document, ListHead
from reports.catalogue import find_report
from tests.reports.showing import assert_golden, column_of, page_texts, table_of, total_of
from tests.town import TOWN

PERIOD = year_period(2024)
LONG_NAME = "云河县云溪镇新时代农业机械设备制造与技术服务发展有限责任公司云溪东岭工业园区第一分公司"
ROSTERS = ("union-roster", "unit-roster", "coverage-confirmation")


def made(store: Store, name: str, profile: str = "", **values: str) -> Document:
    report = find_report(name)
    return report.document(store, report.request(PERIOD, profile=profile, values=values))


def labels(document: Document) -> list[str]:
    return [column.label for column in table_of(document).columns]


@pytest.mark.golden
@pytest.mark.parametrize("name", ROSTERS)
def test_rosters_of_the_town_are_as_stored(town: Store, name: str, update_golden: bool) -> None:
    assert_golden(name, made(town, name), update=update_golden)


def test_the_union_roster_holds_the_unions_that_the_figure_counts(town: Store) -> None:
    figures = compute(town, PERIOD)

    roster = made(town, "union-roster")

    assert len(table_of(roster).rows) == figures["unions_total"].value
    assert total_of(roster, "covered") == str(figures["joint_units"].value)


def test_unions_stand_by_type_and_then_by_the_day_of_founding(town: Store) -> None:
    with town.change("新增工会"):
        older = Union(name="云溪老字号工会委员会", org_type="10", founded_on=PartialDate(1998))
        town.save(older)

    roster = made(town, "union-roster")

    assert column_of(roster, "org_type") == ["单独基层工会"] * 5 + ["联合基层工会"]
    assert column_of(roster, "founded_on")[:2] == ["1998", "2016-06-18"]


def test_a_union_that_ended_before_the_period_does_is_not_on_the_roster(town: Store) -> None:
    gone = town.find(Union, name="云溪悦来大酒店工会委员会")[0]
    with town.change("撤销工会"):
        town.save(replace(gone, ended_on=date(2024, 11, 1)))

    assert gone.name not in column_of(made(town, "union-roster"), "name")


def test_the_term_in_office_tells_when_a_union_must_re_elect(town: Store) -> None:
    union = town.find(Union, org_type="20")[0]
    with town.change("登记届次"):
        for session, elected in ((1, date(2019, 4, 2)), (2, date(2022, 4, 2))):
            term = UnionTerm(union=union.id, session_no=session, elected_on=elected, years="3")
            town.save(term)

    assert column_of(made(town, "union-roster"), "expires_on")[-1] == "2025-04-02"

    with town.change("批准延期"):
        town.save(replace(town.find(UnionTerm, session_no=2)[0], extended_to=date(2025, 9, 30)))

    assert column_of(made(town, "union-roster"), "expires_on")[-1] == "2025-09-30"


def test_a_posted_roster_has_no_phone_numbers(town: Store) -> None:
    for name in ("union-roster", "unit-roster"):
        assert "联系电话" in labels(made(town, name))
        assert "联系电话" not in labels(made(town, name, "公示"))

    pages = "".join(page_texts(made(town, "unit-roster", "公示")))
    assert "13900000003" not in pages


def test_a_posted_plain_roster_has_no_phone_numbers(town: Store) -> None:
    assert "13900000003" in column_of(made(town, "roster", type="unit"), "phone")
    assert "联系电话" not in labels(made(town, "roster", "公示", type="unit"))


def test_the_unit_roster_shows_headcount_and_union_as_of_the_periods_end(town: Store) -> None:
    report = find_report("unit-roster")

    before = report.document(town, report.request(year_period(2023)))

    assert column_of(before, "workers")[0] == "309"
    assert column_of(before, "union_state").count("已建单独") == 1
    assert column_of(made(town, "unit-roster"), "union_state").count("已建联合涵盖") == 2


def test_enterprises_leave_villages_out_and_all_units_do_not(town: Store) -> None:
    assert "西河村" not in column_of(made(town, "unit-roster"), "name")
    assert "西河村" in column_of(made(town, "unit-roster", scope="all"), "name")


def test_units_sorted_by_village_share_one_cell_for_it(town: Store) -> None:
    with town.change("新增单位"):
        town.save_all([Unit(name="无村厂"), Unit(name="阿姆厂", village="阿姆村")])

    roster = made(town, "unit-roster", sort="village")

    villages = column_of(roster, "village")
    assert list(dict.fromkeys(villages)) == ["阿姆村", "东岭村", "云溪社区", ""]
    assert table_of(roster).columns[1].merge
    text = "".join(page_texts(roster))
    assert text.count("东岭村") - text.count("东岭村联合") == 1


def test_the_confirmation_list_leaves_seal_and_signature_to_be_made_by_hand(town: Store) -> None:
    form = made(town, "coverage-confirmation")

    assert set(column_of(form, "seal")) == set(column_of(form, "signature")) == {""}
    assert table_of(form).row_height_mm >= 10
    assert total_of(form, "sealed_on") == "已确认7家"
    assert find_report("coverage-confirmation").request(PERIOD).profile == "内部"


def test_the_confirmation_list_holds_the_scope_of_the_coverage_rate(town: Store) -> None:
    figures = compute(town, PERIOD)

    form = made(town, "coverage-confirmation")

    assert total_of(form, "unit_name") == f"{figures['cb_units_scope'].value}家"


def test_a_seal_set_after_the_cut_off_day_does_not_confirm_yet(town: Store) -> None:
    report = find_report("coverage-confirmation")

    early = report.document(town, report.request(year_period(2024, date(2024, 5, 19))))

    assert "已确认0家" in "".join(page_texts(early))
    assert "已确认7家" in "".join(page_texts(made(town, "coverage-confirmation")))


def test_a_base_date_and_a_contract_that_all_rows_share_stand_in_the_head(town: Store) -> None:
    with town.change("补充确认表"):
        for one in town.all(Coverage):
            title = "云溪镇2024年度区域性工资专项集体合同"
            town.save(replace(one, contract_title=title, base_date=date(2024, 3, 1)))

    head = made(town, "coverage-confirmation").blocks[0]

    assert isinstance(head, ListHead)
    assert head.left.endswith("合同名称：云溪镇2024年度区域性工资专项集体合同")
    assert head.right == "基准日：2024年3月1日"


def test_a_plain_roster_can_be_kept_to_the_period(town: Store) -> None:
    report = find_report("roster")

    values = {"type": "certificate", "within": "period"}
    now = report.document(town, report.request(PERIOD, values=values))
    before = report.document(town, report.request(year_period(2023), values=values))

    assert total_of(now, "number") == "3份"
    assert total_of(before, "number") == "0份"
    assert now.blocks[0] == ListHead("证书登记", "填报单位：云溪镇总工会", "期间：2024年")


def test_a_plain_roster_names_what_links_point_at(town: Store) -> None:
    covered = made(town, "roster", type="union_unit")

    assert column_of(covered, "union") == ["云溪镇东岭村联合工会委员会"] * 2


@pytest.mark.parametrize("name", ROSTERS)
@pytest.mark.parametrize("rows", [0, 1, 300])
def test_rosters_print_with_any_number_of_rows(tmp_path: Path, name: str, rows: int) -> None:
    store = _town_of(tmp_path, rows)

    pages = page_texts(made(store, name))
    store.close()

    assert pages[-1].endswith(f"第{len(pages)}页/共{len(pages)}页")
    assert all("序号" in page for page in pages)
    assert "制表人：" in pages[-1]
    assert f"合计{rows}家" in pages[-1]
    if rows == 0:
        assert "本表无记录" in pages[0]
    else:
        before_total = pages[-1].split("合计")[0]
        assert f"{LONG_NAME[:20]}" in before_total
    if rows == 300:
        assert sum(page.count(LONG_NAME[-8:]) for page in pages) >= 300


def _town_of(folder: Path, rows: int) -> Store:
    """A town with one list row a unit, each with a name of more than forty characters."""
    store = Store.create(folder / "rows.db", TOWN)
    with store.change("建立试验台账"):
        units = store.save_all(
            [Unit(name=f"{LONG_NAME}{n:03d}", carrier_type="01") for n in range(rows)]
        )
        unions = [
            Union(
                name=f"{one.name}工会委员会",
                org_type="10",
                unit=one.id,
                unit_name=one.name,
                founded_on=PartialDate(2024, 5),
                status="established",
            )
            for one in units
        ]
        store.save_all(unions)
        store.save_all([Coverage(unit=one.id, unit_name=one.name, year=2024) for one in units])
        store.save_all(
            [UnitYear(unit=one.id, as_of=date(2024, 12, 31), workers_total=7) for one in units]
        )
    return store


def test_covered_units_that_left_are_not_counted(town: Store) -> None:
    covered = town.all(UnionUnit)[0]
    with town.change("退出联合工会"):
        town.save(replace(covered, left_on=date(2024, 9, 1)))

    assert total_of(made(town, "union-roster"), "covered") == "1"
