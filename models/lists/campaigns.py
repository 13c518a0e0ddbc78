"""Lists of a year's bargaining campaign: its frame, its leading group and its five steps."""

from models.lists.kinds import SheetType, Slot
from models.records.bargaining import Campaign, CampaignMember, CampaignStep

_CAMPAIGN_WORDS = ("行动名称", "所属协商行动", "协商行动名称")

LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=Campaign,
        label="协商行动登记表",
        titles=("协商行动", "要约行动"),
        needs=("title", "year", "scope"),
        speaks=("leader_name", "leader_post", "plan_title", "plan_no", "denominator_basis"),
        headings={Slot(Campaign, "title"): ("协商行动名称",)},
    ),
    SheetType(
        record=CampaignMember,
        label="协商领导小组名单",
        titles=("领导小组",),
        needs=("campaign", "name", "role"),
        speaks=("post",),
        headings={
            Slot(CampaignMember, "campaign"): _CAMPAIGN_WORDS,
            Slot(CampaignMember, "role"): ("小组职务", "领导小组职务"),
            Slot(CampaignMember, "post"): ("工作单位及职务", "单位职务"),
        },
    ),
    SheetType(
        record=CampaignStep,
        label="协商五步台账",
        titles=("五步台账", "五步工作法"),
        needs=("campaign", "step", "acted_on", "content"),
        speaks=("unit_count", "output"),
        headings={
            Slot(CampaignStep, "campaign"): _CAMPAIGN_WORDS,
            Slot(CampaignStep, "unit_count"): ("涉及企业数",),
        },
    ),
)
