"""Forms of activities, honours, publicity, receptions, the chronicle, meetings and plans."""

from models.records.activities import Event, EventMoney, EventUnit
from models.records.diary import (
    ChronicleEntry,
    IncomingDocument,
    Meeting,
    NextPlan,
    Reception,
)
from models.records.honours import Honour, MediaReport, Output
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    Event: form(
        (
            "活动",
            (
                ("title",),
                ("kind", "held_on"),
                ("theme",),
                ("place",),
                ("host",),
                ("partners",),
                ("ended_on",),
            ),
        ),
        (
            "参加",
            (
                ("unit_count", "headcount"),
                ("headcount_basis", "winners"),
                ("papers_issued", "papers_returned"),
                ("papers_passed", "households"),
            ),
        ),
        ("经费和物资", (("cost", "goods_value"), ("goods",))),
        ("效果", (("summary",), ("remark",))),
    ),
    EventUnit: form(
        (
            "参加单位",
            (("event",), ("unit_name",), ("unit",), ("headcount", "leader"), ("remark",)),
        ),
    ),
    EventMoney: form(
        ("经费来源", (("event",), ("source", "amount"), ("payer",), ("remark",))),
    ),
    Honour: form(
        (
            "荣誉",
            (
                ("title",),
                ("grade", "awarded_on"),
                ("owner",),
                ("owner_kind", "is_given"),
                ("unit",),
                ("unit_name",),
            ),
        ),
        (
            "授予",
            (
                ("issuer",),
                ("co_issuer",),
                ("doc_no",),
                ("certificate_no", "stored_at"),
                ("remark",),
            ),
        ),
    ),
    MediaReport: form(
        (
            "报道",
            (
                ("title",),
                ("media",),
                ("published_on", "page"),
                ("kind", "level"),
                ("authors",),
                ("words",),
                ("remark",),
            ),
        ),
    ),
    Output: form(
        (
            "资料制品",
            (("title",), ("kind", "done_on"), ("quantity", "cost"), ("remark",)),
        ),
    ),
    Reception: form(
        (
            "来访",
            (
                ("received_on", "purpose"),
                ("visitor_unit",),
                ("leaders",),
                ("rank",),
                ("place",),
                ("escorts",),
            ),
        ),
        ("情况", (("heard",), ("comment",), ("remark",))),
    ),
    ChronicleEntry: form(
        ("大事", (("held_on", "kind"), ("content",), ("remark",))),
        hidden=("source_table", "source"),
    ),
    Meeting: form(
        (
            "会议",
            (
                ("title",),
                ("kind", "held_on"),
                ("place",),
                ("host", "recorder"),
                ("headcount", "headcount_basis"),
            ),
        ),
        ("内容", (("agenda",), ("decisions",), ("remark",))),
    ),
    IncomingDocument: form(
        (
            "来文",
            (
                ("title",),
                ("from_unit",),
                ("doc_no",),
                ("received_on", "kind"),
                ("copies", "box"),
            ),
        ),
        (
            "办理",
            (("opinion",), ("handler", "due_on"), ("done_on",), ("result",), ("remark",)),
        ),
    ),
    NextPlan: form(
        (
            "计划",
            (
                ("year", "topic"),
                ("task",),
                ("target", "unit_label"),
                ("figure",),
                ("due_on", "responsible"),
                ("progress",),
                ("remark",),
            ),
        ),
    ),
}
