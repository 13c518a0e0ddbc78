"""Lists of applications, elections, offices and certificates."""

from models.records.elections import Application, Election, LegalCertificate, Post
from ui.areas.base import IMPORT_LIST, SubTab, listed
from ui.page_spec import PageSpec

LISTS: tuple[SubTab, ...] = (
    listed(
        "申请审批",
        PageSpec(
            Application, advice=IMPORT_LIST, can_import=True, leave_out=("request_no", "reply_on")
        ),
    ),
    listed(
        "选举",
        PageSpec(
            Election,
            advice="登记一次选举的人数和选票，再在下方“候选人”里登记得票，当选由程序算出。",
            can_import=True,
        ),
    ),
    listed("任职", PageSpec(Post, advice=IMPORT_LIST, can_import=True)),
    listed(
        "法人证书",
        PageSpec(
            LegalCertificate,
            advice=IMPORT_LIST,
            can_import=True,
            leave_out=("valid_from", "authority"),
        ),
    ),
)
