"""The tab of the annual summary: the paper, and what is decided about its numbers and words."""

from models.records.reported import WordRule
from ui.areas.base import Area, SubTab, listed
from ui.areas.decisions import DECISIONS
from ui.page_spec import PageSpec
from ui.pages.comparison.page import ComparisonPage
from ui.pages.county_forms.page import CountyFormsPage
from ui.pages.filed import filed_spec
from ui.pages.summary.page import SummaryPage

WORD_RULES = listed(
    "用词规则",
    PageSpec(
        WordRule,
        advice="登记本单位不用的词和改用的词，逻辑检查会提醒；程序自带的提醒不想要时，照样写上并勾“停用”。",
        can_import=True,
    ),
)

AREA = Area(
    "summary",
    "年度总结",
    "summary",
    lists=(
        SubTab("总结", page=SummaryPage),
        SubTab("已上报", filed_spec),
        SubTab("上级表格", page=CountyFormsPage),
        SubTab("历年对比", page=ComparisonPage),
        *DECISIONS,
        WORD_RULES,
    ),
)
