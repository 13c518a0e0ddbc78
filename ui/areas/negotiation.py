"""Lists and pages of negotiations."""

from models.records.negotiation import Negotiation, TopicSurvey
from models.records.negotiation_care import Guide, PerformanceCheck
from ui.areas.base import IMPORT_LIST, SubTab, listed
from ui.page_spec import PageSpec
from ui.pages.negotiation.page import NegotiationPage

LISTS: tuple[SubTab, ...] = (
    SubTab("协商", page=NegotiationPage),
    listed(
        "协商台账",
        PageSpec(
            Negotiation,
            advice=IMPORT_LIST,
            can_import=True,
            leave_out=("replied_on", "drafted_on"),
        ),
    ),
    listed("议题征集", PageSpec(TopicSurvey, advice=IMPORT_LIST, can_import=True)),
    listed(
        "履约检查",
        PageSpec(PerformanceCheck, advice=IMPORT_LIST, can_import=True, leave_out=("checkers",)),
    ),
    listed(
        "指导员",
        PageSpec(Guide, advice=IMPORT_LIST, can_import=True, leave_out=("post", "cert_no")),
    ),
)
