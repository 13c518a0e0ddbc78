"""The tab of members."""

from models.records.members import MemberChange, MemberTransfer
from ui.areas.base import Area, SubTab, listed
from ui.page_spec import PageSpec
from ui.pages.members import member_spec

AREA = Area(
    "members",
    "会员",
    "members",
    lists=(
        SubTab("会员", member_spec),
        listed(
            "会籍变动",
            PageSpec(
                MemberChange,
                advice="在“会员”里选中人，点“办理变动”，这里就有了记录；有现成的变动表也可以导入。",
                can_import=True,
            ),
        ),
        listed(
            "转接",
            PageSpec(
                MemberTransfer,
                advice="登记转接单，填上接收日期后会籍跟着变动；有现成的登记簿也可以导入。",
                can_import=True,
            ),
        ),
    ),
)
