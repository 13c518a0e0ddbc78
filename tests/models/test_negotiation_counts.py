"""Figures about negotiations, counted by hand, and their lists from other hands."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl

from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.periods import year_period
from models.records.bargaining import Contract
from models.records.negotiation import (
    Delegate,
    Negotiation,
    NegotiationVote,
    TopicSurvey,
)
from models.records.negotiation_care import Guide, PerformanceCheck
from models.sheets.committing import commit_import
from models.sheets.plan import ImportResult
from models.sheets.planning import plan_import
from models.store import Store
from tests.models.negotiating import (
    meeting,
    negotiation,
    save,
    seat_both_sides,
    signed,
)


def _year(store: Store, as_of: date | None = None) -> Mapping[str, Figure]:
    return compute(store, year_period(2024, as_of))


def test_negotiations_are_counted_by_their_stage_on_the_day(store: Store) -> None:
    first = signed(
        store,
        filed_on=date(2024, 5, 24),
        effective_on=date(2024, 6, 11),
        published_on=date(2024, 6, 12),
    )
    negotiation(store, title="二", offer_on=date(2024, 9, 2), received_on=date(2024, 9, 3))
    negotiation(store, title="三", replied_on=date(2024, 3, 20), reply_result="2")
    negotiation(store, title="四", offer_on=None, received_on=None)
    negotiation(store, title="五", year=2023)
    save(store, meeting(first, 1), meeting(first, 2))
    seat_both_sides(store, first)

    summer, winter = _year(store, date(2024, 6, 1)), _year(store)

    assert [summer[one].value for one in ("nego_total", "nego_signed", "nego_failed")] == [3, 1, 1]
    assert [winter[one].value for one in ("nego_total", "nego_performed", "nego_offered")] == [
        4,
        1,
        1,
    ]
    assert winter["nego_signed"].value == 0
    assert winter["nego_offers"].value == 4
    assert (winter["nego_reply_rate"].numerator, winter["nego_reply_rate"].denominator) == (1, 4)
    assert (winter["nego_meetings"].value, winter["nego_delegates"].value) == (2, 6)
    assert [one.id for one in winter["nego_performed"].records] == [first.id]


def test_only_votes_that_passed_are_counted(store: Store) -> None:
    case = negotiation(store)
    for day, agree in ((date(2024, 4, 25), 20), (date(2024, 5, 5), 21), (date(2023, 5, 5), 40)):
        vote = NegotiationVote(
            negotiation=case.id,
            body="2",
            held_on=day,
            should_attend=40,
            present=40,
            agree=agree,
        )
        save(store, vote)

    assert _year(store)["nego_votes_passed"].value == 1


def test_rates_of_questionnaires_are_those_of_all_together(store: Store) -> None:
    for issued, returned, valid in ((100, 95, 90), (60, 49, 48), (None, None, None)):
        survey = TopicSurvey(
            method="1" if issued else "2",
            held_on=date(2024, 3, 1),
            unit_name=f"{issued}",
            issued=issued,
            returned=returned,
            valid=valid,
        )
        save(store, survey)

    found = _year(store)

    # 144 of 160, and 138 of 144.
    assert [found["nego_return_rate"].value, found["nego_valid_rate"].value] == [
        Decimal("90.0"),
        Decimal("95.8"),
    ]


def test_an_enterprise_checked_twice_counts_once_with_its_latest_result(store: Store) -> None:
    for name, day, result, problems in (
        ("甲厂", date(2024, 6, 3), "3", "未付加班工资"),
        ("甲厂", date(2024, 11, 5), "1", ""),
        ("乙厂", date(2024, 11, 6), "4", "没有公示"),
        ("丙厂", date(2024, 11, 7), "2", ""),
        ("丁厂", date(2023, 11, 7), "4", ""),
    ):
        check = PerformanceCheck(
            unit_name=name,
            checked_on=day,
            checkers="苏小禾",
            method="2",
            result=result,
            problems=problems,
            rectified_on=date(2024, 6, 20) if name == "甲厂" and problems else None,
        )
        save(store, check)

    found = _year(store)

    assert found["cb_checked"].value == 3
    assert found["cb_performance_rate"].value == Decimal("66.7")
    assert found["cb_problems_open"].value == 1
    assert _year(store, date(2024, 6, 10))["cb_problems_open"].value == 1
    assert _year(store, date(2024, 6, 30))["cb_problems_open"].value == 0


def _contract(name: str, first: date, last: date, **values: object) -> Contract:
    given: dict[str, object] = {
        "unit_name": name,
        "kind": "2",
        "signed_on": first,
        "valid_from": first,
        "valid_to": last,
    }
    return Contract(**{**given, **values})  # type: ignore[arg-type]


def test_a_contract_of_an_area_is_one_however_many_it_covers(store: Store) -> None:
    case = negotiation(store, scope="3", title="区域协商")
    term_of = (date(2024, 5, 20), date(2025, 5, 19))
    save(
        store,
        *(_contract(name, *term_of, scope="3", negotiation=case.id) for name in ("甲", "乙")),
        *(_contract(name, *term_of, scope="2", title="行业合同") for name in ("丙", "丁")),
        _contract("戊", *term_of, scope="1"),
        _contract("己", *term_of, scope="3"),
        _contract("庚", *term_of, scope="1", ended_on=date(2024, 10, 1)),
    )

    assert _year(store)["cb_contracts"].value == 4
    assert _year(store)["cb_units_signed"].value == 6


def test_renewal_counts_what_followed_in_time(store: Store) -> None:
    ended = (date(2023, 6, 1), date(2024, 5, 31))
    save(
        store,
        *(_contract(name, *ended) for name in ("甲", "乙", "丙", "丁", "戊")),
        _contract("甲", date(2024, 5, 20), date(2025, 5, 19)),
        # Another kind, and too late.
        _contract("乙", date(2024, 5, 20), date(2025, 5, 19), kind="3"),
        _contract("丙", date(2024, 9, 20), date(2025, 9, 19)),
    )
    old = store.find(Contract, unit_name="丁")[0]
    save(store, _contract("丁新名", date(2024, 6, 20), date(2025, 6, 19), previous=old.id))

    found = _year(store)["cb_renewal_rate"]

    assert (found.numerator, found.denominator) == (2, 5)
    assert sorted(store.title_of(one)[0] for one in found.others) == ["丙", "乙", "戊"]


def test_guides_count_while_they_are_in_office(store: Store) -> None:
    save(
        store,
        Guide(person_name="孟明远", from_on=date(2022, 3, 1), to_on=date(2025, 2, 28)),
        Guide(person_name="秦晓禾", from_on=date(2020, 3, 1), to_on=date(2024, 2, 29)),
        Guide(person_name="于庆丰", from_on=date(2025, 1, 1)),
    )

    assert [one.person_name for one in _year(store)["cb_guides"].records] == ["孟明远"]  # type: ignore[attr-defined]


def _bring_in(store: Store, folder: Path, name: str, rows: list[list[object]]) -> ImportResult:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    path = folder / f"{name}.xlsx"
    book.save(path)
    return commit_import(store, plan_import(store, path))


OFFERS: list[list[object]] = [
    ["2024年集体协商要约登记表"],
    [
        "协商名称",
        "年度",
        "层级",
        "工会名称",
        "企业方",
        "提出方",
        "要约书编号",
        "要约日期",
        "送达日期",
        "应约日期",
        "是否应约",
    ],
    [
        "区域协商",
        2024,
        "区域性",
        "云溪镇总工会",
        "云溪镇商会",
        "职工方",
        "协要〔2024〕1号",
        "2024.3.14",
        "2024-3-15",
        "3月20日",
        "同意",
    ],
]
DELEGATES: list[list[object]] = [
    ["协商代表登记表"],
    ["协商名称", "方别", "姓名", "性别", "单位", "职务", "首席", "产生方式", "产生日期"],
    ["区域协商", "职工方", "孟明远", "男", "镇总工会", "主席", "是", "工会主席", "2024-3-26"],
    ["区域协商", "企业方", "秦晓禾", "女", "镇商会", "会长", "√", "法定代表人", "2024-3-26"],
    ["没有的协商", "企业方", "于庆丰", "男", "镇商会", "副会长", "", "委派", "2024-3-26"],
]
CHECKS: list[list[object]] = [
    ["集体合同履约检查表"],
    [
        "企业名称",
        "检查日期",
        "检查人",
        "检查方式",
        "最低工资",
        "按月足额",
        "加班费",
        "存在问题",
        "整改期限",
        "检查结论",
    ],
    [
        "甲厂",
        "2024-11-5",
        "苏小禾",
        "镇抽查",
        "是",
        "是",
        "否",
        "未付加班工资",
        "2024-11-20",
        "基本履行",
    ],
    # Fails an item and does not say why.
    ["乙厂", "2024-11-6", "苏小禾", "联合检查", "√", "√", "×", "", "", "基本履行"],
]


def test_the_lists_of_a_negotiation_are_taken_in(store: Store, tmp_path: Path) -> None:
    _bring_in(store, tmp_path, "要约", OFFERS)
    _bring_in(store, tmp_path, "代表", DELEGATES)
    again = _bring_in(store, tmp_path, "再来", OFFERS)

    case = store.all(Negotiation)[0]
    assert (case.replied_on, case.reply_result, case.status) == (date(2024, 3, 20), "1", "2")
    found = store.find(Delegate, negotiation=case.id)
    assert [(one.person_name, one.is_chief, one.elected_how) for one in found] == [
        ("孟明远", True, "1"),
        ("秦晓禾", True, "7"),
    ]
    assert store.count(Delegate) == 2
    assert again.plan.counts["duplicate"] == 1


def test_a_failed_item_without_its_problem_is_not_taken_in(store: Store, tmp_path: Path) -> None:
    result = _bring_in(store, tmp_path, "检查", CHECKS)

    assert [one.unit_name for one in store.all(PerformanceCheck)] == ["甲厂"]
    assert (result.plan.counts["new"], result.plan.counts["error"]) == (1, 1)
