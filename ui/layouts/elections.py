"""Forms of applications, elections, offices and certificates."""

from models.records.elections import Application, Candidate, Election, LegalCertificate, Post
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    Application: form(
        (
            "请示",
            (
                ("union_name",),
                ("union",),
                ("kind",),
                ("title",),
                ("request_no", "request_on"),
            ),
        ),
        (
            "办理",
            (
                ("received_on", "handled_by"),
                ("handling_opinion",),
                ("reviewed_by", "approved_by"),
                ("review_opinion",),
                ("approval_opinion",),
            ),
        ),
        (
            "批复",
            (
                ("reply_no", "reply_on"),
                ("extended_to", "status"),
                ("remark",),
            ),
        ),
    ),
    Election: form(
        (
            "选举",
            (
                ("union_name",),
                ("union",),
                ("term",),
                ("committee",),
                ("held_on", "meeting_type"),
                ("title",),
                ("place",),
                ("published_from", "published_to"),
            ),
        ),
        (
            "人数和选票",
            (
                ("entitled", "present"),
                ("issued", "returned"),
                ("valid", "invalid"),
                ("seats", "status"),
                ("remark",),
            ),
        ),
    ),
    Candidate: form(
        (
            "候选人",
            (
                ("election",),
                ("person_name", "number"),
                ("person",),
                ("kind", "sex"),
                ("birth", "politics"),
                ("post_title",),
            ),
        ),
        (
            "得票",
            (
                ("yes", "no"),
                ("abstain",),
                ("result",),
                ("remark",),
            ),
        ),
    ),
    Post: form(
        (
            "任职",
            (
                ("union_name",),
                ("union",),
                ("person_name", "sex"),
                ("person",),
                ("position",),
                ("committee", "fulltime"),
                ("from_on", "to_on"),
                ("term",),
                ("title_in_unit",),
            ),
        ),
        (
            "个人情况",
            (
                ("id_no",),
                ("birth", "nation"),
                ("politics", "education"),
                ("phone", "votes"),
                ("trained_in",),
                ("remark",),
            ),
        ),
        keeps=("union", "term"),
    ),
    LegalCertificate: form(
        (
            "证书",
            (
                ("union_name",),
                ("union",),
                ("credit_code",),
                ("cert_no", "legal_person"),
                ("issued_on", "status"),
                ("valid_from", "valid_to"),
                ("authority",),
                ("remark",),
            ),
        ),
    ),
}
