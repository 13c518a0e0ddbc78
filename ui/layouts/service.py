"""Forms of service."""

from models.records.appeals import Appeal
from models.records.service import Questionnaire, ServiceCampaign, Visit, VisitTalk
from models.records.venues import Venue, VenueYear
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    ServiceCampaign: form(
        (
            "服务活动",
            (
                ("title",),
                ("started_on", "ended_on"),
                ("themes",),
                ("doc_no",),
                ("team",),
                ("goals",),
                ("remark",),
            ),
        ),
    ),
    Visit: form(
        (
            "走访",
            (
                ("visited_on", "way"),
                ("unit_name",),
                ("unit",),
                ("visitors",),
                ("leader_rank", "met_leaders"),
                ("campaign",),
            ),
        ),
        (
            "谈话",
            (
                ("talk_count", "headcount_basis"),
                ("topics",),
                ("content",),
                ("problems",),
                ("handling",),
                ("remark",),
            ),
        ),
        keeps=("visitors", "leader_rank", "way", "campaign"),
    ),
    VisitTalk: form(
        (
            "面谈对象",
            (
                ("visit",),
                ("person_name", "phone"),
                ("person",),
                ("unit_name",),
                ("unit",),
            ),
        ),
        ("谈了什么", (("topics",), ("voice",), ("mood", "needs_followup"), ("remark",))),
    ),
    Questionnaire: form(
        (
            "问卷",
            (
                ("title",),
                ("surveyed_on", "target"),
                ("campaign",),
                ("issued", "returned"),
                ("valid",),
            ),
        ),
        ("题目与结果", (("questions",), ("answers",), ("remark",))),
    ),
    Appeal: form(
        (
            "登记",
            (
                ("received_on", "source"),
                ("content",),
                ("unit_name",),
                ("unit",),
                ("raiser_name", "is_anonymous"),
                ("raiser",),
                ("phone", "category"),
                ("headcount", "headcount_basis"),
                ("details",),
                ("visit",),
                ("talk",),
            ),
        ),
        (
            "交办与办理",
            (
                ("urgency", "assigned_to"),
                ("assigned_on", "due_on"),
                ("progress",),
                ("result", "solved_on"),
            ),
        ),
        (
            "答复、回访与销号",
            (
                ("replied_on", "satisfaction"),
                ("revisited_on", "closed_on"),
                ("case",),
                ("hardship",),
                ("remark",),
            ),
        ),
    ),
    Venue: form(
        (
            "阵地",
            (
                ("name",),
                ("kind", "grade"),
                ("unit_name",),
                ("unit",),
                ("address",),
                ("area", "opening_hours"),
                ("facilities",),
            ),
        ),
        (
            "管理",
            (
                ("opened_on", "closed_on"),
                ("status", "manager"),
                ("phone",),
                ("remark",),
            ),
        ),
    ),
    VenueYear: form(
        (
            "一年的情况",
            (
                ("venue",),
                ("year", "spent"),
                ("served_count", "headcount_basis"),
                ("activity_count",),
                ("remark",),
            ),
        ),
    ),
}
