"""Lists of democratic management."""

from models.lists.frames import Frame
from models.lists.kinds import UNIT_CODE, Draft, Others, Say, SheetType, Slot
from models.records.congresses import Congress, CongressVote, Proposal
from models.records.democracy import DemocracyYear, Disclosure, Harmony
from models.values.text import name_key

_CONGRESSES = ("会议名称", "职代会名称", "所属职代会", "会议", "职代会届次")


def _with_congress(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Find the congress that the title names, where no column does."""
    slot = Slot(frame.sheet_type.record, "congress")
    if slot in frame.mapped:
        return
    words = name_key(f"{frame.facts.title}{frame.sheet}")
    records = frame.desk.shelf(Congress).records
    hits = [ref for ref, one in records.items() if one.title and name_key(one.title) in words]
    if len(hits) == 1:
        found.given["congress"] = hits[0]
        return
    say(slot, "error", "看不出是哪一次职代会，请先登记职代会，再把会议名称写进表名或单列一栏")


LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=DemocracyYear,
        label="民主管理情况表",
        titles=("民主管理", "厂务公开"),
        needs=("unit_name", "has_disclosure"),
        speaks=("congress_kind", "has_column", "wage_negotiation", "level", "has_mediation"),
        others=(UNIT_CODE,),
        headings={
            Slot(DemocracyYear, "unit_name"): ("企业全称", "单位全称", "单位"),
            Slot(DemocracyYear, "congress_kind"): ("职代会建制形式", "职工代表大会", "职代会类型"),
            Slot(DemocracyYear, "has_disclosure"): (
                *("实行厂务公开", "厂务公开制度", "厂务公开建制", "建立厂务公开制度"),
                *("建立厂务公开", "开展厂务公开", "落实厂务公开", "是否实行厂务公开"),
            ),
            Slot(DemocracyYear, "has_column"): ("设立公开栏", "公开栏设置"),
            Slot(DemocracyYear, "is_above_scale"): ("规上单位", "规模以上企业", "是否规模以上"),
            Slot(DemocracyYear, "has_contract"): ("签订集体合同", "集体合同制度"),
            Slot(DemocracyYear, "wage_negotiation"): ("工资集体协商制度", "工资协商制度"),
            Slot(DemocracyYear, "has_mediation"): ("劳动争议调解组织", "调解组织", "争议调解组织"),
            Slot(DemocracyYear, "level"): ("达标情况", "评定等级", "考核等级", "考核等次", "等次"),
            Slot(DemocracyYear, "disclosure_leader"): (
                "厂务公开责任人",
                "公开责任人",
                "厂务公开负责人",
                "负责人",
            ),
        },
    ),
    SheetType(
        record=Disclosure,
        label="厂务公开事项表",
        titles=("公开事项", "公开记录", "公开台账", "公开内容", "公开情况登记"),
        needs=("unit_name", "title"),
        speaks=("item", "way", "started_on", "ended_on", "opinions"),
        others=(UNIT_CODE,),
        headings={
            Slot(Disclosure, "unit_name"): ("企业全称", "单位全称"),
            Slot(Disclosure, "title"): ("公开项目内容", "公开资料", "主要内容"),
            Slot(Disclosure, "way"): ("公开渠道", "公开途径"),
            Slot(Disclosure, "congress"): ("对应职代会", *_CONGRESSES),
        },
    ),
    SheetType(
        record=Congress,
        label="职代会召开情况表",
        titles=("职代会", "职工代表大会", "职工大会"),
        needs=("session", "held_on"),
        speaks=("should_attend", "attended", "agenda", "resolutions", "frontline"),
        others=(UNIT_CODE,),
        headings={
            Slot(Congress, "unit_name"): ("企业全称", "单位全称", "会议单位"),
            Slot(Congress, "held_on"): ("开会日期", "开会时间", "召开会议时间"),
            Slot(Congress, "should_attend"): ("应到会代表", "应参会代表", "代表数"),
            Slot(Congress, "attended"): ("实到会代表", "实际参会", "参会代表", "出席代表"),
            Slot(Congress, "resolutions"): (
                *("会议成果", "通过决议", "通过的决议", "表决通过事项", "表决事项", "通过的事项"),
                *("表决结果", "决议事项"),
            ),
            Slot(Congress, "agenda"): (
                *("审议事项", "主要议题", "议题", "审议内容", "会议议题", "审议议题"),
            ),
        },
    ),
    SheetType(
        record=CongressVote,
        label="职代会表决结果",
        titles=("表决结果", "表决情况", "投票结果", "计票"),
        needs=("matter", "agreed"),
        speaks=("opposed", "abstained"),
        headings={
            Slot(CongressVote, "congress"): _CONGRESSES,
            Slot(CongressVote, "matter"): ("议题", "审议事项", "表决内容"),
        },
        maker=_with_congress,
    ),
    SheetType(
        record=Proposal,
        label="职代会提案表",
        titles=("提案",),
        needs=("title", "person_name"),
        speaks=("verdict", "department", "reply", "seconders", "satisfaction", "proposal_no"),
        headings={
            Slot(Proposal, "congress"): _CONGRESSES,
            Slot(Proposal, "title"): ("提案案由", "提案题目", "提案事项"),
            Slot(Proposal, "department"): ("承办", "办理单位", "责任单位"),
            Slot(Proposal, "reply"): ("承办结果", "处理结果", "答复意见"),
        },
        maker=_with_congress,
    ),
    SheetType(
        record=Harmony,
        label="和谐企业创建表",
        titles=("和谐企业", "和谐单位", "劳动关系和谐", "和谐劳动关系"),
        needs=("unit_name",),
        speaks=("level", "status", "named_on", "self_score", "reviewed_on", "title_no"),
        others=(UNIT_CODE,),
        headings={
            Slot(Harmony, "unit_name"): ("企业全称", "单位全称", "命名单位"),
            Slot(Harmony, "level"): ("等级", "和谐企业级别", "和谐等级"),
            Slot(Harmony, "named_on"): ("认定时间", "认定日期", "获得时间"),
        },
    ),
)
