"""Forms of contests, suggestions, patents, technical projects and model workers."""

from models.records.contests import Contest, ContestResult
from models.records.honoured import ModelPerson
from models.records.innovation import Patent, Suggestion, TechItem
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    Contest: form(
        (
            "竞赛",
            (
                ("title",),
                ("kind", "level"),
                ("trade", "plan_no"),
                ("started_on", "ended_on"),
                ("unit_name",),
                ("unit",),
                ("co_hosts",),
            ),
        ),
        (
            "规模与评分",
            (
                ("sessions", "units_count"),
                ("headcount", "headcount_basis"),
                ("theory_weight", "practice_weight"),
                ("budget",),
            ),
        ),
        ("小结", (("summary",), ("remark",))),
    ),
    ContestResult: form(
        (
            "选手",
            (("contest",), ("person_name",), ("person",), ("unit_name",), ("unit",), ("id_no",)),
        ),
        ("成绩", (("theory", "practice"), ("total", "rank"))),
        (
            "奖励",
            (
                ("award", "certificate_no"),
                ("honour",),
                ("level_before", "level_after"),
                ("remark",),
            ),
        ),
    ),
    Suggestion: form(
        (
            "建议",
            (
                ("title",),
                ("unit_name",),
                ("unit",),
                ("suggested_on", "category"),
                ("person_name", "team"),
                ("person",),
                ("quantity",),
                ("headcount", "headcount_basis"),
                ("problem",),
                ("proposal",),
            ),
        ),
        (
            "评审与实施",
            (
                ("review", "adopted_count"),
                ("reviewer", "reviewed_on"),
                ("done_on", "done_count"),
                ("benefit", "saving"),
                ("reward",),
                ("remark",),
            ),
        ),
    ),
    Patent: form(
        (
            "专利",
            (
                ("title",),
                ("unit_name",),
                ("unit",),
                ("kind", "is_employee_invention"),
                ("inventors",),
            ),
        ),
        (
            "申请与授权",
            (
                ("apply_no",),
                ("applied_on", "status"),
                ("granted_on", "grant_no"),
                ("remark",),
            ),
        ),
    ),
    TechItem: form(
        (
            "项目",
            (
                ("title",),
                ("unit_name",),
                ("unit",),
                ("kind", "stage"),
                ("started_on", "done_on"),
                ("leader", "named_after"),
            ),
        ),
        ("投入产出", (("invested", "benefit"), ("remark",))),
    ),
    ModelPerson: form(
        (
            "本人",
            (
                ("person_name", "sex"),
                ("person",),
                ("id_no", "birth"),
                ("unit_name",),
                ("unit",),
                ("job", "phone"),
            ),
        ),
        (
            "荣誉",
            (("honour",), ("grade", "awarded_on"), ("issuer",), ("doc_no",)),
        ),
        ("现状与待遇", (("life_state", "is_hardship"), ("treatments",), ("remark",))),
    ),
}
