"""Cases of workers' rights: checks, statutory clocks reckoned by hand, figures, lists."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.periods import year_period
from models.records.base import Record
from models.records.local import LocalRule, WorkdayChange
from models.records.rights import CaseStep, LawLetter, RightsCase
from models.records.town import Town
from models.rules import checking
from models.rules.case_clocks import answer_day, clocks, next_clock
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.plan import ImportResult
from models.sheets.planning import plan_import
from models.sheets.telling import as_json
from models.store import Store

Rows = Sequence[Sequence[object]]
SAMPLES = Path(__file__).parents[1] / "samples"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
# Friday, 1 March 2024.
FRIDAY, MAY, JULY = date(2024, 3, 1), date(2024, 5, 17), date(2024, 7, 1)
CASE = RightsCase(
    case_no="青禾镇劳调〔2024〕1号",
    received_on=FRIDAY,
    party_name="某某甲",
    unit_name="甲厂",
    cause="4",
    heads=1,
)
INJURY = replace(
    CASE, cause="2", injury_on=date(2024, 2, 29), leave_from=date(2024, 2, 29), leave_to=MAY
)
CLOSED = replace(CASE, result="1", closed_on=MAY)
LETTER = LawLetter(kind="2", unit_name="甲厂", issued_on=FRIDAY, signed_by="林青山")


def _keep(store: Store, *records: Record) -> list[Record]:
    with store.change("登记"):
        return [store.save(one) for one in records]


def _figure(store: Store, code: str, year: int = 2024) -> Figure:
    return compute(store, year_period(year))[code]


def _due(store: Store, case: RightsCase) -> dict[str, date]:
    return {one.what: one.due for one in clocks(case, store)}


def _bring(store: Store, folder: Path, rows: Rows) -> ImportResult:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    path = folder / "名单.xlsx"
    book.save(path)
    return commit_import(store, plan_import(store, path))


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (CASE, []),
        (CLOSED, []),
        (INJURY, []),
        (replace(CASE, received_on=None, applied_on=FRIDAY), []),
        (replace(CASE, received_on=None), [("error", "received_on")]),
        (replace(CASE, applied_on=MAY), [("error", "received_on")]),
        (replace(CASE, case_no=""), [("warn", "case_no")]),
        (replace(CASE, case_no="青禾镇劳调〔2023〕1号"), [("warn", "case_no")]),
        (replace(CASE, party_name="某某甲等3人"), [("warn", "heads")]),
        (replace(CASE, heads=10), [("warn", "heads")]),
        (replace(CASE, heads=10, representatives="某某甲、某某乙、某某丙"), []),
        (replace(CLOSED, closed_on=date(2024, 2, 29)), [("error", "closed_on")]),
        (replace(CASE, result="1"), [("warn", "closed_on")]),
        (replace(CASE, result="5"), []),
        (replace(CASE, closed_on=MAY), [("warn", "result")]),
        (replace(CLOSED, agreed="0"), [("warn", "agreed")]),
        (replace(CLOSED, amount=100, paid=101), [("warn", "paid")]),
        (replace(CLOSED, agreement_on=MAY, perform_by=FRIDAY), [("error", "perform_by")]),
        (replace(CASE, refusal="不属于劳动争议", result="1", closed_on=MAY), [("warn", "refusal")]),
        (
            replace(CASE, tribunal_on=MAY, tribunal_accepted_on=FRIDAY),
            [("error", "tribunal_accepted_on")],
        ),
        (replace(CASE, cause="2"), [("warn", "injury_on"), ("warn", "leave_from")]),
        (replace(INJURY, leave_to=date(2024, 2, 28)), [("error", "leave_to")]),
        (replace(INJURY, leave_from=date(2024, 2, 28)), [("error", "leave_from")]),
        (replace(INJURY, leave_to=date(2025, 2, 28)), []),
        (replace(INJURY, leave_to=date(2025, 3, 1)), [("warn", "leave_to")]),
        (LETTER, []),
        (replace(LETTER, signed_by=""), [("warn", "signed_by")]),
        (replace(LETTER, answered_on=date(2024, 2, 29)), [("error", "answered_on")]),
        (replace(LETTER, kind="3"), [("warn", "escalated_on")]),
    ],
)
def test_each_check_speaks_when_it_should(
    store: Store, record: Record, expected: list[tuple[str, str]]
) -> None:
    found = [(one.level, one.field) for one in checking.check(record, store)]

    assert found == expected


def test_the_law_is_named_where_many_need_representatives(store: Store) -> None:
    (finding,) = checking.check(replace(CASE, heads=12), store)

    assert finding.text == "10人以上的应推举3至5名代表参加调解（劳动争议调解仲裁法第七条）"


def test_a_step_before_its_case_is_pointed_out(store: Store) -> None:
    (case,) = _keep(store, CASE)
    step = CaseStep(case=case.id, acted_on=date(2024, 2, 1), kind="1")

    assert [one.field for one in checking.check(step, store)] == ["acted_on"]
    assert checking.check(replace(step, acted_on=FRIDAY), store) == ()


def test_the_number_of_people_is_taken_from_the_name() -> None:
    case = replace(CASE, party_name="某某甲等6人", heads=None)

    assert checking.complete(case).heads == 6
    assert checking.complete(replace(case, party_name="某某甲")).heads is None


def test_mediation_takes_three_working_days_and_then_fifteen_days(store: Store) -> None:
    case = replace(CASE, applied_on=FRIDAY, received_on=date(2024, 3, 4))

    # Friday and three working days is Wednesday; Monday the 4th and fifteen days is a Tuesday.
    assert _due(store, case) == {
        "受理决定": date(2024, 3, 6),
        "调解办结": date(2024, 3, 19),
    }
    # The 16th is a Saturday.
    assert _due(store, CASE) == {"调解办结": date(2024, 3, 18)}
    assert _due(store, replace(CASE, due_on=date(2024, 3, 30)))["调解办结"] == date(2024, 3, 30)


def test_holidays_move_working_days(store: Store) -> None:
    _keep(store, *(WorkdayChange(day=date(2024, 10, one)) for one in (1, 2, 3, 4, 7)))
    applied = replace(CASE, applied_on=date(2024, 9, 30), received_on=None)

    assert _due(store, applied) == {"受理决定": date(2024, 10, 10)}


def test_the_year_to_sue_ends_on_a_working_day(store: Store) -> None:
    # 10 March 2024 is a Sunday.
    disputed = replace(CASE, disputed_on=date(2023, 3, 10))

    assert _due(store, disputed)["仲裁时效"] == date(2024, 3, 11)


def test_unpaid_wages_know_no_limit_while_the_work_goes_on(store: Store) -> None:
    wages = replace(CASE, cause="1", disputed_on=date(2021, 3, 10))

    assert "仲裁时效" not in _due(store, wages)
    left = replace(wages, left_on=date(2024, 1, 15))
    assert _due(store, left)["仲裁时效"] == date(2025, 1, 15)


def test_an_injury_starts_the_clocks_of_recognition_and_paid_leave(store: Store) -> None:
    found = _due(store, replace(INJURY, leave_to=None))

    # Thirty days end on Saturday, 30 March; a year from 29 February ends on the 28th.
    assert found["单位申报工伤认定"] == date(2024, 4, 1)
    assert found["职工申请工伤认定"] == date(2025, 2, 28)
    assert found["停工留薪期上限"] == date(2025, 2, 28)
    assert _due(store, INJURY)["停工留薪期满"] == MAY
    assert "停工留薪期上限" not in _due(store, INJURY)


def test_what_follows_a_failed_mediation(store: Store) -> None:
    case = replace(
        CASE,
        result="3",
        closed_on=date(2024, 3, 15),
        tribunal_on=date(2024, 6, 6),
        tribunal_accepted_on=date(2024, 6, 11),
        award_on=date(2024, 7, 26),
    )
    found = {one.what: (one.due, one.is_met) for one in clocks(case, store)}

    # Sixty days from 11 June and fifteen from 26 July end on Saturday, 10 August.
    assert found == {
        "调解办结": (date(2024, 3, 18), True),
        "仲裁委决定受理": (date(2024, 6, 11), True),
        "仲裁裁决": (date(2024, 7, 26), True),
        "仲裁延期裁决": (date(2024, 8, 12), True),
        "不服裁决起诉": (date(2024, 8, 12), False),
    }


def test_an_agreement_is_reviewed_in_fifteen_days_and_enforced_by_its_cause(store: Store) -> None:
    wages = replace(CLOSED, cause="1", agreement_on=MAY, perform_by=JULY)
    laws = {one.what: one.law for one in clocks(wages, store)}
    other = {one.what: one.law for one in clocks(replace(wages, cause="7"), store)}

    # 1 June 2024 is a Saturday.
    assert _due(store, wages)["共同申请仲裁审查"] == date(2024, 6, 3)
    assert laws["履行协议"] == "劳动争议调解仲裁法第十六条：期满不履行，可以申请支付令"
    assert other["履行协议"] == "劳动争议调解仲裁法第十五条：期满不履行，可以申请仲裁"
    assert laws["调解办结"] == "劳动争议调解仲裁法第十四条"


def test_what_is_due_next_is_the_first_that_is_not_done(store: Store) -> None:
    def following(case: RightsCase) -> str:
        found = next_clock(case, store, JULY)
        return found.what if found else ""

    assert following(CASE) == "调解办结"
    assert following(CLOSED) == ""
    assert following(replace(CLOSED, agreement_on=MAY, perform_by=JULY)) == "共同申请仲裁审查"
    done = replace(CLOSED, agreement_on=MAY, perform_by=JULY, performed_on=MAY)
    assert following(done) == ""
    # The end of paid leave is told beforehand, never as somebody's omission.
    waiting = replace(INJURY, due_on=date(2025, 1, 6), recognition_on=FRIDAY)
    assert following(waiting) == "调解办结"
    assert following(replace(waiting, leave_to=JULY)) == "停工留薪期满"


def test_the_township_may_set_another_term(store: Store) -> None:
    _keep(
        store,
        LocalRule(
            rule="case_mediate_days", value="10", valid_from=date(2024, 1, 1), document="本县办法"
        ),
    )

    (clock,) = clocks(CASE, store)

    assert (clock.due, clock.law) == (date(2024, 3, 11), "本县办法")


def test_only_zhejiang_sets_a_day_for_answering_an_opinion(store: Store) -> None:
    nowhere = answer_day(LETTER, store)
    (town,) = store.all(Town)
    _keep(store, replace(town, rule_region="zhejiang"))

    assert nowhere is None
    assert answer_day(LETTER, store) == date(2024, 3, 22)
    assert answer_day(replace(LETTER, kind="1"), store) is None
    assert answer_day(replace(LETTER, answer_due=MAY), store) == MAY


def test_cases_and_letters_go_through_their_stages() -> None:
    def stage(record: Record) -> str:
        found = record.about.state_of(record, JULY)
        return found.name if found else ""

    assert stage(CASE) == "在办"
    assert stage(CLOSED) == "已结"
    assert stage(replace(CLOSED, box="2024-D-01")) == "归档"
    assert stage(replace(CLOSED, closed_on=date(2024, 8, 1))) == "在办"
    assert stage(replace(CASE, result="4", box="2024-D-02")) == "归档"
    assert stage(LETTER) == "待答复"
    assert stage(replace(LETTER, escalated_on=MAY)) == "已提请"
    assert stage(replace(LETTER, escalated_on=MAY, answered_on=JULY)) == "已答复"


def test_injury_wages_count_people_whose_case_was_settled_in_the_period(store: Store) -> None:
    injury = replace(INJURY, result="6", closed_on=MAY)
    kept = _keep(
        store,
        replace(injury, heads=2),
        replace(injury, case_no="2", result="2", heads=None),
        replace(injury, case_no="3", result="3"),
        replace(injury, case_no="4", received_on=date(2023, 12, 1), injury_on=None),
        replace(injury, case_no="5", closed_on=date(2025, 1, 6)),
        replace(injury, case_no="6", cause="3"),
    )

    figure = _figure(store, "case_injury_heads")

    assert (figure.value, figure.text) == (4, "4人")
    assert {one.id for one in figure.records} == {kept[0].id, kept[1].id, kept[3].id}


def test_cases_are_counted_by_acceptance_and_judged_by_closing(store: Store) -> None:
    _keep(
        store,
        replace(CLOSED, amount=1_000_050, paid=800_000, heads=3),
        replace(CLOSED, case_no="2", result="3", amount=50_000),
        replace(CLOSED, case_no="3", result="4"),
        replace(CLOSED, case_no="4", cause="1", result="2", received_on=date(2023, 12, 30)),
        replace(CASE, case_no="5", refusal="不属于劳动争议"),
    )

    rate = _figure(store, "case_success_rate")

    assert (rate.numerator, rate.denominator, rate.value) == (2, 3, Decimal("66.7"))
    assert [one.case_no for one in rate.others if isinstance(one, RightsCase)] == ["2"]
    assert _figure(store, "cases").value == 3
    assert _figure(store, "case_heads").value == 5
    assert _figure(store, "cases_closed").value == 4
    assert _figure(store, "case_amount").value == Decimal("10500.50")
    assert _figure(store, "case_recovered").value == Decimal("8000.00")
    assert _figure(store, "case_wage_heads").value == 1


def test_letters_are_counted_with_their_answers(store: Store) -> None:
    _keep(
        store,
        LETTER,
        replace(LETTER, unit_name="乙厂", answered_on=MAY),
        replace(LETTER, unit_name="丙厂", answered_on=date(2025, 1, 6)),
        replace(LETTER, unit_name="丁厂", issued_on=date(2023, 5, 6)),
    )

    assert _figure(store, "law_letters").value == 3
    assert _figure(store, "law_letter_rate").value == Decimal("33.3")


@pytest.fixture(scope="module")
def sample_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    town = Town(name="示例镇", union_name="示例镇总工会", parent_union="示例县总工会", year=2024)
    answers = Answers.from_json(EXPECTED["clerk_answers"])
    with Store.create(tmp_path_factory.mktemp("office") / "示例镇.db", town) as store:
        for number in ("01", "11"):
            path = next(SAMPLES.glob(f"{number}_*"))
            commit_import(store, plan_import(store, path, answers=answers))
        yield store


def test_figures_of_the_sample_list_are_those_of_its_key(sample_office: Store) -> None:
    for code in ("cases", "case_injury_heads"):
        assert _figure(sample_office, code).value == EXPECTED["figures"][code]["value"]


def test_the_cells_of_the_sample_list_are_mended(sample_office: Store) -> None:
    (short,) = sample_office.find(RightsCase, case_no="示例镇劳调〔2024〕3号")
    (square,) = sample_office.find(RightsCase, case_no="示例镇劳调〔2024〕5号")
    (dear,) = sample_office.find(RightsCase, case_no="示例镇劳调〔2024〕10号")

    assert (short.unit_name, short.cause) == ("示例市隆誉商贸有限公司", "5")
    assert short.unit is not None
    assert square.result == "3"
    assert dear.amount == 2_570_000


def test_another_townships_case_list_is_read(store: Store, tmp_path: Path) -> None:
    rows: Rows = [
        ["大河乡2024年劳动争议调解台账"],
        ["序号", "立案日期", "申请人", "被申请人", "争议类型", "涉案金额(万元)", "结果"],
        [1, "2024年3月1日", "某某甲等4人", "大河纸厂", "欠薪", "1.25", "双方达成协议，当场付清"],
        [2, "2024年3月9日", "某某乙", "大河纸厂", "停工留薪期工资", "0.8", "已付清"],
        [3, "2024年4月9日", "某某丙", "大河纸厂", "社会保险", "", "调解不成，告知仲裁"],
    ]

    result = _bring(store, tmp_path, rows)

    first, second, third = store.all(RightsCase)
    assert (first.cause, first.heads, first.amount) == ("1", 4, 1_250_000)
    assert (second.cause, second.result, third.result) == ("2", "6", "3")
    assert first.result == "6"
    told = json.dumps(as_json(result.plan, result), ensure_ascii=False)
    assert "“双方达成协议，当场付清”按“已支付”登记，请核对" in told


def test_letters_take_their_kind_from_the_title(store: Store, tmp_path: Path) -> None:
    rows: Rows = [
        ["工会劳动法律监督提示函发放登记"],
        ["文号", "被函单位", "发出日期", "存在问题", "回复日期"],
        ["大河工监[2024]1号", "大河纸厂", "2024-05-06", "没有发高温津贴", "2024-05-20"],
    ]

    _bring(store, tmp_path, rows)

    (letter,) = store.all(LawLetter)
    assert (letter.kind, letter.letter_no) == ("1", "大河工监〔2024〕1号")
    assert letter.answered_on == date(2024, 5, 20)


def test_steps_find_their_case_by_its_number(store: Store, tmp_path: Path) -> None:
    (case,) = _keep(store, CASE)
    rows: Rows = [
        ["办案过程记录"],
        ["案号", "日期", "类型", "经办人", "内容"],
        ["青禾镇劳调[2024]1号", "2024-03-05", "协调会", "苏小禾", "双方到场"],
    ]

    _bring(store, tmp_path, rows)

    (step,) = store.all(CaseStep)
    assert (step.case, step.kind, step.content) == (case.id, "4", "双方到场")
