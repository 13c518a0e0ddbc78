"""A query in words, as text that is kept, and by name."""

from dataclasses import replace
from datetime import date

import pytest

from models.errors import Problem
from models.queries.conditions import Condition, Moment, Query
from models.queries.text import read_query, write_query
from models.queries.words import words_of
from models.reading import Refused
from models.records.bargaining import Contract
from models.records.base import Record
from models.records.members import Member
from models.records.queries import SavedQuery
from models.records.units import Unit
from models.saved_queries import (
    delete_query,
    move_query,
    query_of,
    rename_query,
    save_query,
    saved_queries,
)
from models.store import Store

MOMENT = Moment(date(2024, 12, 10), 2024)


def _asked(record_type: type[Record], *conditions: Condition) -> Query:
    return Query(record_type, conditions)


WORDED = [
    (Unit, Condition("@visit.unit", "none"), "从未有走访记录"),
    (Unit, Condition("@health_exam.unit", "year_none"), "2024年没有健康查体"),
    (Unit, Condition("@member.unit", "at_least", 3), "有3人以上会员"),
    (Unit, Condition("@visit.unit", "days_none", 90), "90天内没有走访记录"),
    (Member, Condition("unit/industry", "is", "C"), "单位的所属行业是制造业"),
    (Member, Condition("unit/@health_exam.unit", "year_none"), "单位2024年没有健康查体"),
    (Member, Condition("id_no", "blank"), "证件号码为空"),
    (Member, Condition("@changed", "stale", 12), "一年未改"),
    (Member, Condition("@changed", "stale", 5), "5个月未改"),
    (Member, Condition("joined_on", "this_month"), "入会日期在2024年12月"),
    (Member, Condition("joined_on", "equals", "2023"), "入会日期在2023年"),
    (Member, Condition("birth", "younger", 35), "出生日期不满35岁"),
    (Contract, Condition("valid_to", "due", 60), "有效期止将在60天内到期"),
    (Contract, Condition("valid_to", "older", 0), "有效期止早于今天"),
    (Contract, Condition("min_wage", "least", 191_000), "最低工资标准（元/月）≥1,910.00"),
    (
        Unit,
        Condition("unit_year.unit/workers_total", "between", (25, 100)),
        "最近一条单位年度数据的职工人数从25人到100人",
    ),
]


@pytest.mark.parametrize(("record_type", "condition", "words"), WORDED, ids=str)
def test_a_condition_is_said_in_the_clerks_words(
    store: Store, record_type: type[Record], condition: Condition, words: str
) -> None:
    assert words_of(_asked(record_type, condition), store, MOMENT) == words


def test_several_conditions_are_joined_by_and_or_or(store: Store) -> None:
    conditions = (Condition("sex", "is", "2"), Condition("mobile", "blank"))
    query = Query(Member, conditions)

    assert words_of(query, store, MOMENT) == "性别是女 且 移动电话为空"
    assert words_of(replace(query, is_any=True), store, MOMENT) == "性别是女 或 移动电话为空"


STAYS = (
    '{"version": 1, "match": "all", "conditions": [{"subject": "sex", "relation": "is",'
    ' "value": "2"}, {"subject": "joined_on", "relation": "between", "value": ["2023", "2024-06"]}]}'
)


def test_the_text_of_a_query_stays_readable(store: Store) -> None:
    query = read_query(Member, STAYS)

    assert write_query(query) == STAYS
    assert words_of(query, store, MOMENT) == "性别是女 且 入会日期从2023年到2024-06"


UNREADABLE = [
    ("不是查询", "条件不是这个程序保存的样子"),
    ("[1]", "条件不是这个程序保存的样子"),
    ('{"version": 9}', "条件是另一个版本的程序保存的（9）"),
    ('{"version": 1, "match": "all", "conditions": []}', "条件不完整"),
    (STAYS.replace('"sex"', '"gone"'), "会员里没有“gone”这一项"),
    (STAYS.replace('"is"', '"above"'), "“性别”不能这样比较（above）"),
    (STAYS.replace('"2023"', '"明天"'), "“入会日期介于”后面的内容不对"),
    (STAYS.replace('"2023"', '"9999"'), "“入会日期介于”后面的内容不对"),
    (STAYS.replace('"2"', '["2"]'), "“性别是”后面的内容不对"),
    (STAYS.replace('"2"', "null"), "“性别是”后面的内容不对"),
]


@pytest.mark.parametrize(("text", "reason"), UNREADABLE)
def test_a_text_that_cannot_be_read_says_why(text: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        read_query(Member, text)

    assert str(refused.value) == reason


LADIES = Query(Member, (Condition("sex", "is", "2"),))
NO_PHONE = Query(Member, (Condition("mobile", "blank"),))


def _names(store: Store) -> list[str]:
    return [one.name for one in saved_queries(store, Member)]


def test_a_query_is_kept_by_name_and_can_be_undone(store: Store) -> None:
    kept = save_query(store, LADIES, " 女会员 ")
    label = store.operations(limit=1)[0].label
    asked = query_of(kept)
    store.undo()

    assert (label, asked) == ("保存查询 女会员", replace(LADIES, name="女会员"))
    assert _names(store) == []


def test_a_query_of_the_same_name_is_kept_anew(store: Store) -> None:
    save_query(store, LADIES, "常用")
    save_query(store, NO_PHONE, "常用")

    (kept,) = saved_queries(store, Member)

    assert query_of(kept).conditions == NO_PHONE.conditions


def test_kept_queries_are_renamed_moved_and_deleted_each_in_one_step(store: Store) -> None:
    first = save_query(store, LADIES, "女会员")
    second = save_query(store, NO_PHONE, "无电话")
    rename_query(store, first, "女职工")
    move_query(store, second, -1)
    moved = _names(store)
    delete_query(store, second)

    assert moved == ["无电话", "女职工"]
    assert _names(store) == ["女职工"]
    labels = [one.label for one in store.operations(limit=3)]
    assert labels == ["删除查询 无电话", "移动查询 无电话", "改名查询 女会员 为 女职工"]


def test_two_kept_queries_cannot_have_one_name(store: Store) -> None:
    save_query(store, LADIES, "女会员")
    second = save_query(store, NO_PHONE, "无电话")

    with pytest.raises(Problem, match="已经有一个叫“女会员”的查询"):
        rename_query(store, second, "女会员")
    with pytest.raises(Problem, match="查询还没有名称"):
        save_query(store, LADIES, "  ")


def test_a_kept_query_of_another_version_says_so(store: Store) -> None:
    kept = SavedQuery(table_name="member", name="旧", conditions='{"version": 7}')

    with pytest.raises(Refused, match="另一个版本"):
        query_of(kept)
