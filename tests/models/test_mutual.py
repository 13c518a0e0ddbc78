"""Mutual help insurance: checks, stages, figures and lists."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from models.errors import Problem
from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.periods import year_period
from models.practice.names import REGION
from models.records.base import Record
from models.records.mutual import InsuredPerson, MutualClaim, MutualPlan, MutualPolicy
from models.records.units import Unit, UnitYear
from models.rules.checking import check_entry, complete
from models.sheets.committing import commit_import
from models.sheets.plan import ImportResult
from models.sheets.planning import plan_import
from models.store import Store
from models.values.person_id import check_digit

SAMPLES = Path(__file__).parents[1] / "samples"
Rows = Sequence[Sequence[object]]
NAMES = "甲乙丙丁戊己庚辛壬癸"
PLAN = MutualPlan(
    name="住院医疗", kind="1", fee=8_000, max_shares=2, wait_days=30, claim_days=90, term_months=12
)
POLICY = MutualPolicy(
    unit_name="甲厂",
    plan_name="住院医疗",
    start_on=date(2024, 3, 1),
    end_on=date(2025, 2, 28),
    headcount=40,
    fee_total=320_000,
    renewal="2",
)


def _id_no(serial: int) -> str:
    first17 = f"{REGION}19800101{serial:03d}"
    return first17 + check_digit(first17)


def _add(store: Store, *records: Record) -> None:
    with store.change("新增"):
        for one in records:
            store.save(one)


def _policy(store: Store, policy: MutualPolicy = POLICY) -> MutualPolicy:
    with store.change("新增参保"):
        return store.save(policy)


def _person(policy: MutualPolicy, serial: int) -> InsuredPerson:
    return InsuredPerson(policy=policy.id, person_name=f"职工{NAMES[serial]}", id_no=_id_no(serial))


def _claim(policy: MutualPolicy, **more: object) -> MutualClaim:
    plain = MutualClaim(
        policy=policy.id,
        person_name="职工乙",
        event_on=date(2024, 6, 3),
        discharged_on=date(2024, 6, 10),
        claimed_on=date(2024, 6, 20),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def _told(store: Store, record: Record, level: str = "warn") -> dict[str, str]:
    return {one.field: one.text for one in check_entry(record, store) if one.level == level}


def _figure(store: Store, code: str, as_of: date | None = None) -> Figure:
    return compute(store, year_period(2024, as_of))[code]


def _value(store: Store, code: str, as_of: date | None = None) -> object:
    return _figure(store, code, as_of).value


def _bring(store: Store, path: Path) -> ImportResult:
    return commit_import(store, plan_import(store, path))


def _write(path: Path, title: str, rows: Rows) -> Path:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in ([title], *rows):
        page.append(list(row))
    book.save(path)
    return path


def test_a_term_that_ends_before_it_begins_is_refused(store: Store) -> None:
    with pytest.raises(Problem, match="保障期止2024-02-28早于保障期起2024-03-01"):
        _policy(store, replace(POLICY, end_on=date(2024, 2, 28)))


def test_a_policy_without_a_last_day_runs_for_a_year() -> None:
    assert complete(replace(POLICY, end_on=None)).end_on == date(2025, 2, 28)
    assert complete(replace(POLICY, end_on=date(2024, 8, 1))).end_on == date(2024, 8, 1)


def test_money_and_shares_are_held_against_the_plan(store: Store) -> None:
    _add(store, PLAN)

    dear = replace(POLICY, fee_total=320_001)
    many = replace(POLICY, shares=81, fee_total=81 * 8_000)

    assert _told(store, POLICY) == {}
    assert "40份、每份80元应为3200元" in _told(store, dear)["fee_total"]
    assert "每人最多2份" in _told(store, many)["shares"]


def test_more_people_than_the_unit_employs_are_told(store: Store) -> None:
    with store.change("新增单位"):
        unit = store.save(Unit(name="甲厂"))
        for year, workers in ((2022, 80), (2023, 39), (2025, 90), (2021, 70)):
            store.save(UnitYear(unit=unit.id, as_of=date(year, 6, 30), workers_total=workers))

    assert "单位台账的39人" in _told(store, replace(POLICY, unit=unit.id))["headcount"]


def test_only_policies_in_force_on_the_day_count(store: Store) -> None:
    _policy(store)
    _policy(store, replace(POLICY, unit_name="乙厂", end_on=date(2024, 12, 30)))
    _policy(store, replace(POLICY, unit_name="丙厂", cancelled_on=date(2024, 9, 1)))
    _policy(store, replace(POLICY, unit_name="丁厂", start_on=date(2024, 12, 1), headcount=7))

    assert _value(store, "mi_units") == 2
    assert _value(store, "mi_people") == 47
    assert _value(store, "mi_units", date(2024, 12, 30)) == 3
    assert _value(store, "mi_units", date(2024, 8, 31)) == 3
    assert _value(store, "mi_units", date(2024, 2, 29)) == 0


def test_stages_of_a_policy(store: Store) -> None:
    ended = replace(POLICY, cancelled_on=date(2024, 9, 1))

    def stage(policy: MutualPolicy, day: date) -> str:
        found = policy.about.state_of(policy, day)
        return found.name if found else ""

    assert stage(POLICY, date(2024, 2, 29)) == "未开始"
    assert stage(POLICY, date(2024, 3, 1)) == "在保"
    assert stage(POLICY, date(2025, 2, 28)) == "在保"
    assert stage(POLICY, date(2025, 3, 1)) == "到期"
    assert stage(ended, date(2024, 8, 31)) == "在保"
    assert stage(ended, date(2024, 9, 1)) == stage(ended, date(2025, 6, 1)) == "退保"


def test_people_of_several_plans_count_once_and_places_each_time(store: Store) -> None:
    _policy(store)
    _policy(store, replace(POLICY, plan_name="意外伤害", headcount=35, fee_total=175_000))

    assert _value(store, "mi_people") == 40
    assert _value(store, "mi_places") == 75
    assert _value(store, "mi_fees") == Decimal("4950.00")


def test_a_roster_takes_over_from_the_number(store: Store) -> None:
    hospital = _policy(store)
    accident = _policy(store, replace(POLICY, plan_name="意外伤害"))
    _add(store, *(_person(hospital, number) for number in (1, 2, 3)))
    half_listed = _value(store, "mi_people")
    _add(store, *(_person(accident, number) for number in (3, 4)))

    assert half_listed == 40
    assert _value(store, "mi_people") == 4
    assert _value(store, "mi_places") == 5


def test_a_person_stands_once_on_a_roster(store: Store) -> None:
    policy = _policy(store)
    _add(store, _person(policy, 1))

    with pytest.raises(Problem, match="身份证号与此相同"):
        _add(store, replace(_person(policy, 1), person_name="职工癸"))


def test_what_ended_counts_as_renewed_when_another_follows(store: Store) -> None:
    before = {"start_on": date(2023, 3, 1), "end_on": date(2024, 2, 29)}
    _policy(store, replace(POLICY, **before))  # type: ignore[arg-type]
    _policy(store, replace(POLICY, renewal="1"))
    _policy(store, replace(POLICY, unit_name="乙厂", **before))  # type: ignore[arg-type]
    _policy(store, replace(POLICY, unit_name="丙厂", renewal="1"))
    _policy(store, replace(POLICY, unit_name="丁厂"))

    rate = _figure(store, "mi_renewal_rate")

    assert (rate.numerator, rate.denominator) == (2, 3)
    assert [store.title_of(one) for one in rate.others] == ["乙厂 住院医疗"]


def test_what_a_worker_paid_is_worked_out(store: Store) -> None:
    policy = _policy(store)
    claim = complete(_claim(policy, medical_total=862_430, insurance_paid=517_458))

    assert claim.self_paid == 344_972
    assert "3449.72" in _told(store, replace(claim, self_paid=1))["self_paid"]
    assert "多于" in _told(store, replace(claim, insurance_paid=900_000), "error")["insurance_paid"]


def test_an_event_outside_the_cover_is_told(store: Store) -> None:
    policy = _policy(store)

    after = _claim(policy, event_on=date(2025, 3, 1), discharged_on=None, claimed_on=None)
    last = replace(after, event_on=date(2025, 2, 28))

    assert "不在保障期内" in _told(store, after)["event_on"]
    assert "event_on" not in _told(store, last)


def test_an_event_in_the_waiting_time_is_told_but_not_after_a_renewal(store: Store) -> None:
    _add(store, PLAN)
    fresh = _policy(store)
    renewed = _policy(store, replace(POLICY, unit_name="乙厂", renewal="1"))
    early = {"event_on": date(2024, 3, 30), "discharged_on": None}

    assert "2024-03-31起才能申领" in _told(store, _claim(fresh, **early))["event_on"]
    assert _told(store, _claim(fresh, event_on=date(2024, 3, 31))) == {}
    assert _told(store, _claim(renewed, **early)) == {}


def test_a_claim_that_comes_too_late_or_from_nobody_is_told(store: Store) -> None:
    _add(store, PLAN)
    policy = _policy(store)
    _add(store, _person(policy, 1))

    late = _claim(policy, claimed_on=date(2024, 9, 9))
    stranger = _claim(policy, person_name="职工癸", id_no=_id_no(9))

    assert "2024-09-08" in _told(store, late)["claimed_on"]
    assert _told(store, replace(late, claimed_on=date(2024, 9, 8))) == {}
    assert "名单里没有此人" in _told(store, stranger)["person_name"]


def test_claims_go_through_their_stages_and_only_paid_ones_are_paid(store: Store) -> None:
    policy = _policy(store)
    paid = {"amount": 68_990, "paid_on": date(2024, 7, 1)}
    _add(
        store,
        _claim(policy, **paid),
        _claim(policy, person_name="职工丙", amount=10_000),
        _claim(policy, person_name="职工丁", rejected_reason="不在保障范围"),
        _claim(policy, person_name="职工戊", **{**paid, "paid_on": date(2025, 1, 5)}),
    )

    day = date(2024, 12, 31)
    stages = [
        found.name for one in store.all(MutualClaim) if (found := one.about.state_of(one, day))
    ]

    assert stages == ["已付", "申领", "未通过", "申领"]
    assert _value(store, "mi_claims") == 1
    assert _value(store, "mi_claims_amount") == Decimal("689.90")
    assert _value(store, "mi_claims_open") == 2
    with pytest.raises(Problem, match="请填互助金金额"):
        _add(store, _claim(policy, person_name="职工己", paid_on=date(2024, 7, 1)))


def test_a_policy_with_claims_is_not_deleted_but_its_roster_goes_with_it(store: Store) -> None:
    claimed, listed = _policy(store), _policy(store, replace(POLICY, unit_name="乙厂"))
    _add(store, _claim(claimed), _person(listed, 1))

    with pytest.raises(Problem, match="互助金申领1件"), store.change("删除"):
        store.delete(claimed)
    with store.change("删除"):
        store.delete(listed)

    assert store.count(InsuredPerson) == 0


def test_the_sample_gives_the_figures_of_its_key_and_registers_its_plans(store: Store) -> None:
    path = next(SAMPLES.glob("15_*.xlsx"))

    result = _bring(store, path)
    again = _bring(store, path)

    plans = {one.name: (one.id, one.kind) for one in store.all(MutualPlan)}
    assert result.plan.counts["new"] == 25
    assert again.batch is None
    assert (_value(store, "mi_units"), _value(store, "mi_people")) == (15, 1204)
    assert {name: kind for name, (_, kind) in plans.items()} == {
        "住院医疗综合互助保障": "1",
        "意外伤害互助保障": "3",
        "女职工特殊疾病互助保障": "4",
    }
    assert all(one.plan == plans[one.plan_name][0] for one in store.all(MutualPolicy))


def test_a_list_with_both_days_in_one_cell_and_no_plan_is_read(
    store: Store, tmp_path: Path
) -> None:
    rows: Rows = [
        ["序号", "单位名称", "参保人数", "保障期限", "缴费金额", "续保情况"],
        [1, "甲厂", 12, "2024.3.1-2025.2.28", 960, "续保"],
        [2, "乙厂", "8人", "2024.4.1-2025.3.31", 640, "新参保"],
    ]

    _bring(store, _write(tmp_path / "互助.xlsx", "2024年职工医疗互助参保情况", rows))

    first, second = store.all(MutualPolicy)
    assert (first.start_on, first.end_on) == (date(2024, 3, 1), date(2025, 2, 28))
    assert (first.plan_name, first.headcount, first.fee_total) == ("职工互助保障", 12, 96_000)
    assert (first.renewal, second.renewal) == ("1", "2")


def test_rosters_and_claims_find_their_policy(store: Store, tmp_path: Path) -> None:
    hospital = _policy(store)
    accident = _policy(store, replace(POLICY, plan_name="意外伤害"))
    people: Rows = [
        ["参保单位", "保障计划", "姓名", "性别", "身份证号码", "份数", "保险费"],
        ["甲厂", "住院医疗", "职工乙", "男", _id_no(1), 1, 80],
        ["甲厂", "意外伤害", "职工丙", "女", _id_no(2), 1, 50],
        ["甲厂", "", "职工丁", "女", _id_no(3), 1, 50],
        ["辛厂", "住院医疗", "职工戊", "女", _id_no(4), 1, 50],
    ]
    claims: Rows = [
        ["姓名", "单位", "保障计划", "身份证号", "入院日期", "医院", "总费用", "报销", "理赔金额"],
        [
            "职工乙",
            "甲厂",
            "住院医疗",
            _id_no(1),
            "2024-6-3",
            "县医院",
            "8624.30",
            "5174.58",
            689.9,
        ],
    ]

    listed = _bring(store, _write(tmp_path / "名单.xlsx", "被保障人名单", people))
    _bring(store, _write(tmp_path / "理赔.xlsx", "互助金理赔台账", claims))

    rows = listed.plan.sheets[0].rows
    assert [one.verdict for one in rows] == ["new", "new", "error", "error"]
    assert "有2批参保" in rows[2].messages[0].text
    assert "没有找到“辛厂”的参保批次" in " ".join(one.text for one in rows[3].messages)
    assert [one.policy for one in store.all(InsuredPerson)] == [hospital.id, accident.id]
    assert [(one.policy, one.self_paid) for one in store.all(MutualClaim)] == [
        (hospital.id, 344_972)
    ]


def test_a_claim_of_which_only_the_payment_is_known_is_taken_in_once(
    store: Store, tmp_path: Path
) -> None:
    policy = _policy(store)
    rows: Rows = [
        ["序号", "姓名", "单位", "计划", "事由", "金额", "领取人", "日期"],
        [1, "职工乙", "甲厂", "住院医疗", "阑尾炎", 800, "职工乙", "2024-6-7"],
    ]

    path = _write(tmp_path / "c.xlsx", "互助保障理赔发放台账", rows)
    _bring(store, path)
    again = _bring(store, path)

    (claim,) = store.all(MutualClaim)
    assert again.batch is None
    assert (claim.policy, claim.amount, claim.event_on) == (policy.id, 80_000, None)
    assert str(_value(store, "mi_claims_amount")) == "800.00"


def test_the_day_of_an_event_tells_which_policy_is_meant(store: Store, tmp_path: Path) -> None:
    _policy(store, replace(POLICY, start_on=date(2023, 3, 1), end_on=date(2024, 2, 29)))
    latest = _policy(store)
    rows: Rows = [
        ["姓名", "单位", "入院日期", "医院", "理赔金额"],
        ["职工乙", "甲厂", "2024-6-3", "县医院", 300],
    ]

    _bring(store, _write(tmp_path / "f.xlsx", "互助金理赔台账", rows))

    assert [one.policy for one in store.all(MutualClaim)] == [latest.id]


def test_the_title_of_a_roster_may_name_its_unit(store: Store, tmp_path: Path) -> None:
    policy = _policy(store, replace(POLICY, unit_name="青禾五金制品厂"))
    rows: Rows = [["姓名", "身份证号", "份数"], ["职工乙", _id_no(1), 1]]

    named = _bring(store, _write(tmp_path / "d.xlsx", "青禾五金制品厂被保障人名单", rows))
    unnamed = _bring(store, _write(tmp_path / "e.xlsx", "被保障人名单", rows))

    assert named.plan.counts["new"] == 1
    assert [one.policy for one in store.all(InsuredPerson)] == [policy.id]
    assert "没有写参保单位" in unnamed.plan.sheets[0].rows[0].messages[0].text
