"""The tab of hardship."""

from models.records.aid import AidItem, StudyAid
from models.records.hardship import HardshipMember, Pairing
from ui.areas.base import IMPORT_LIST, Area, SubTab, listed
from ui.page_spec import PageSpec
from ui.pages.aid.page import AidPage
from ui.pages.hardship import file_spec, review_spec

AREA = Area(
    "hardship",
    "困难帮扶",
    "hardship",
    lists=(
        SubTab("困难档案", file_spec),
        listed(
            "家庭成员",
            PageSpec(
                HardshipMember,
                advice="先建困难档案，再登记家庭成员；人口和收入可以在困难档案里补算。",
                can_import=True,
            ),
        ),
        listed(
            "结对帮扶",
            PageSpec(
                Pairing,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("helper_post", "helper_phone", "visits"),
            ),
        ),
        SubTab("复核", review_spec),
        SubTab("发放批次", page=AidPage),
        listed(
            "发放明细",
            PageSpec(
                AidItem,
                advice="发放在“发放批次”里办，这里可以查每一笔；已有的签领表可以导入。",
                can_import=True,
                leave_out=("id_no", "goods"),
            ),
        ),
        listed(
            "助学对象",
            PageSpec(
                StudyAid,
                advice="先在“发放批次”里做好金秋助学，再登记每笔给哪个学生。",
                can_import=True,
            ),
        ),
    ),
)
