"""Forms of safety and health."""

from models.records.health import HealthExam, OccupationalDisease
from models.records.safety import CheckedUnit, Hazard, SafetyCheck, Training
from models.records.safety_contest import AnkangActivity, AnkangEntry
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    AnkangEntry: form(
        (
            "报名",
            (
                ("unit_name",),
                ("unit",),
                ("year", "entered_on"),
                ("workers_total", "participants"),
                ("teams_total", "teams"),
                ("contact", "phone"),
                ("has_commitment", "stage"),
            ),
        ),
        (
            "考核与表彰",
            (("score", "applied_award"), ("award",), ("award_grade",), ("remark",)),
        ),
    ),
    AnkangActivity: form(
        (
            "活动",
            (
                ("unit_name",),
                ("unit",),
                ("on_date",),
                ("title",),
                ("headcount", "headcount_basis"),
                ("result",),
                ("remark",),
            ),
        ),
    ),
    SafetyCheck: form(
        (
            "检查",
            (
                ("on_date", "kind"),
                ("team",),
                ("partners",),
                ("units_text",),
                ("units_count", "place"),
                ("content",),
                ("headcount", "headcount_basis"),
            ),
        ),
        (
            "结果",
            (
                ("hazards_found", "hazards_closed"),
                ("notice_no",),
                ("result",),
                ("rectified",),
                ("remark",),
            ),
        ),
    ),
    CheckedUnit: form(
        (
            "受检企业",
            (("unit_name",), ("unit",), ("companion",), ("result",), ("safety_check",)),
        ),
    ),
    Hazard: form(
        (
            "登记",
            (
                ("unit_name",),
                ("unit",),
                ("found_on", "place"),
                ("description",),
                ("grade", "category"),
                ("found_by",),
            ),
        ),
        (
            "通知整改",
            (
                ("measure",),
                ("owner", "due_on"),
                ("notice_no", "notified_on"),
                ("cost", "fixed_on"),
            ),
        ),
        (
            "复查与销号",
            (
                ("recheck_on", "recheck_by"),
                ("recheck_result",),
                ("reported_on", "reported_to"),
                ("safety_check",),
                ("remark",),
            ),
        ),
    ),
    Training: form(
        (
            "培训班",
            (
                ("title",),
                ("period_no", "sessions"),
                ("kind", "hours"),
                ("start_on", "end_on"),
                ("host",),
                ("place", "lecturer"),
            ),
        ),
        (
            "参训",
            (
                ("expected", "headcount"),
                ("headcount_basis", "has_signatures"),
                ("pass_count", "cost"),
                ("remark",),
            ),
        ),
    ),
    HealthExam: form(
        (
            "查体",
            (
                ("unit_name",),
                ("unit",),
                ("on_date", "kind"),
                ("hospital",),
                ("round_no", "payer"),
                ("fee",),
            ),
        ),
        (
            "人数与结果",
            (
                ("due_count", "headcount"),
                ("headcount_basis", "abnormal"),
                ("unfit", "suspected"),
                ("is_told",),
                ("remark",),
            ),
        ),
    ),
    OccupationalDisease: form(
        (
            "职工",
            (("person_name",), ("person",), ("unit_name",), ("unit",), ("post", "hazard_factor")),
        ),
        (
            "诊断与处理",
            (
                ("disease", "stage"),
                ("diagnosed_on", "disability_grade"),
                ("hospital",),
                ("injury_no",),
                ("treated",),
                ("remark",),
            ),
        ),
    ),
}
