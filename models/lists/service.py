"""Lists of service to workers: visits, questionnaires, issues raised and venues."""

from models.lists.frames import Frame
from models.lists.kinds import UNIT_CODE, Draft, Others, Part, Say, SheetType, Slot
from models.lists.wording import ABOUT, named_in, take_from_title, worded, worded_several
from models.records.appeals import Appeal
from models.records.service import Questionnaire, ServiceCampaign, Visit, VisitTalk
from models.records.venues import Venue, VenueYear

_WAYS = (
    (r"座谈", "座谈"),
    (r"谈心|面谈|谈话|面对面", "面谈"),
    (r"蹲点|驻", "蹲点"),
    (r"入户|家访", "入户"),
    (r"走访|上门|实地|现场|入企|到|问卷|调研|慰问", "走访"),
    (r"电话|微信", "电话"),
)
_RANKS = (
    (r"省", "省总"),
    (r"市总|市级|市工会|设区市", "市总"),
    (r"县|区总|区级|区工会", "县总"),
    (r"领导|镇长|乡长|书记|党委|政府|人大|主任", "镇领导"),
    (r"工会|主席|干部", "镇工会"),
)
_TOPICS = (
    (r"形势|经济|订单|发展", "形势"),
    (r"政策|精神|文件", "政策"),
    (r"法律|法规|普法|合同|维权", "法律"),
    (r"困难|生活|帮扶|家庭", "困难"),
    (r"安全|生产|思想|工资|建会|入会|工会|其他", "其他"),
)
_RESULTS = (
    (r"部分", "部分解决"),
    (r"[未没]能?(解决|落实|办结|销号)|无法|不能解决", "无法解决"),
    (r"正在|办理中|协商中|跟进|待办|研究中|在办|受理|交办|[否×✗]", "办理中"),
    (r"转", "转办"),
    (r"解决|办结|落实|完成|整改|销号|补发|补缴|[是√✓]", "已解决"),
    (r"解释|说明|答复|告知|讲解", "解释说明"),
    (r"已", "已解决"),
)
_CATEGORIES = (
    (r"工资|报酬|欠薪|加班费|补贴|津贴|奖金", "工资拖欠"),
    (r"工伤", "工伤待遇"),
    (r"社保|保险|公积金", "社保"),
    (r"加班|休假|休息|工时|班次", "工时休假"),
    (r"合同|解除|辞退", "劳动合同"),
    (r"安全|卫生|环境|条件|劳动保护|健康", "安全卫生"),
    (r"食堂|宿舍|食宿|生活|福利|班车|后勤", "福利食堂住宿"),
    (r"培训|技能|学历", "技能培训"),
    (r"子女|入学|上学|托", "子女教育"),
    (r"困难|救助|帮扶|大病", "困难救助"),
    (r"法律|咨询|政策", "法律咨询"),
    (r"工会|入会|文体", "工会建设"),
    (r".", "其他"),
)
_SOURCES = ((r"来访|接访|接待", "来访"), (r"来电|热线|12351", "来电"), (r"走访", "走访"))
_VENUES = (
    (r"职工之家|小家|建家", "职工之家"),
    (r"书屋|阅览", "职工书屋"),
    (r"驿站|户外劳动者", "工会驿站"),
    (r"妈妈小屋|母婴", "爱心妈妈小屋"),
    (r"创新工作室", "劳模（工匠）创新工作室"),
    (r"活动中心|俱乐部", "职工活动中心"),
)
_COUNTED = ("served_count", "activity_count", "spent")


def _kind_of_venue(title: str) -> str:
    return named_in(title, _VENUES)


def _with_source(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    title = f"{frame.facts.title} {frame.sheet}"
    take_from_title(frame, found, Slot(Appeal, "source"), named_in(title, _SOURCES), say)


def _with_visit(frame: Frame, found: Draft, others: Others, say: Say) -> None:
    """Find the visit in which somebody was talked to by its unit and day."""
    of = others.get(Visit, {})
    name, day = str(of.get("unit_name") or ""), of.get("visited_on")
    if found.given.get("visit") or not (name and day):
        return
    shelf, unit = frame.desk.shelf(Visit), frame.desk.find_unit(name)
    hits = shelf.find(0, unit.ref, day) or shelf.find(1, unit.name, day)
    if hits:
        found.given["visit"] = hits[0]
    else:
        slot = Slot(Visit, "unit_name")
        say(slot, "error", f"走访记录里没有这一天对“{name}”的走访，请先登记或导入走访")


def _with_venue_year(frame: Frame, found: Draft, others: Others, say: Say) -> None:
    title = f"{frame.facts.title} {frame.sheet}"
    take_from_title(frame, found, Slot(Venue, "kind"), _kind_of_venue(title), say)
    counted = others.get(VenueYear, {})
    if counted and frame.year:
        found.parts.append(Part(VenueYear, {**counted, "year": frame.year}, "venue"))


def _asks_year(frame: Frame) -> bool:
    return frame.has(VenueYear) and frame.year is None


LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=ServiceCampaign,
        label="服务活动",
        titles=("服务活动",),
        needs=("title", "started_on"),
        speaks=("themes", "team", "goals"),
    ),
    SheetType(
        record=Visit,
        label="走访记录台账",
        titles=("走访记录", "走访台账", "走访"),
        needs=("visited_on", "unit_name"),
        speaks=("visitors", "leader_rank", "way", "talk_count", "topics", "met_leaders"),
        others=(UNIT_CODE,),
        headings={
            Slot(Visit, "unit_name"): (
                "企业",
                "单位",
                "企业全称",
                "走访对象",
                "走访单位名称",
                "走访企业名称",
                "走访地点",
                "被访企业",
            ),
            Slot(Visit, "visited_on"): ("时间", "走访时间(日期)"),
            Slot(Visit, "way"): ("走访形式", "活动形式"),
            Slot(Visit, "visitors"): ("走访工作人员", "走访领导", "带队人员", "走访组成员"),
            Slot(Visit, "talk_count"): (
                "谈话人次",
                "访谈人数",
                "面谈职工",
                "走访职工人数",
                "座谈职工",
                "访谈职工",
                "访谈职工数",
                "座谈职工数",
                "座谈职工人数",
                "见面职工人数",
                "见面职工",
                "慰问职工",
            ),
            Slot(Visit, "content"): (
                "走访记录",
                "情况记录",
                "了解的情况",
                "了解情况",
                "走访情况记录",
                "主要情况",
            ),
            Slot(Visit, "handling"): ("落实情况", "反馈情况", "问题解决情况"),
            Slot(Visit, "problems"): (
                *("发现的问题", "企业诉求", "职工诉求", "问题及建议", "职工反映的问题"),
                *(
                    "职工反映问题",
                    "反映的问题",
                    "反映的主要问题",
                    "主要问题",
                    "收集的意见",
                    "收集意见建议",
                ),
            ),
            Slot(Visit, "campaign"): ("活动名称",),
        },
        readers={
            "talk_count": ABOUT,
            "way": worded(Visit, "way", _WAYS),
            "leader_rank": worded(Visit, "leader_rank", _RANKS),
            "topics": worded_several(Visit, "topics", _TOPICS),
        },
    ),
    SheetType(
        record=VisitTalk,
        label="面谈对象名单",
        titles=("面谈对象", "谈话对象", "面谈记录"),
        needs=("person_name",),
        speaks=("voice", "mood", "needs_followup", "visited_on"),
        others=(Slot(Visit, "unit_name"), Slot(Visit, "visited_on")),
        headings={
            Slot(VisitTalk, "visit"): ("走访记录",),
            Slot(VisitTalk, "person_name"): ("谈话人", "谈话职工姓名", "被访职工"),
        },
        maker=_with_visit,
    ),
    SheetType(
        record=Questionnaire,
        label="问卷调查台账",
        titles=("问卷",),
        needs=("title", "surveyed_on"),
        speaks=("issued", "returned", "valid"),
        headings={
            Slot(Questionnaire, "title"): ("调查问卷名称", "调查主题", "问卷主题"),
            Slot(Questionnaire, "surveyed_on"): ("时间",),
            Slot(Questionnaire, "issued"): ("发放问卷", "发放问卷数", "发放数量"),
            Slot(Questionnaire, "returned"): ("回收问卷", "回收问卷数", "回收数量"),
            Slot(Questionnaire, "valid"): ("有效数量", "有效问卷数"),
        },
    ),
    SheetType(
        record=Appeal,
        label="职工诉求问题台账",
        titles=("诉求", "问题台账", "问题办理", "来访登记", "接待登记"),
        needs=("received_on", "content"),
        speaks=(
            "raiser_name",
            "category",
            "assigned_to",
            "due_on",
            "progress",
            "satisfaction",
            "closed_on",
        ),
        others=(UNIT_CODE,),
        headings={
            Slot(Appeal, "received_on"): (
                "时间",
                "收到日期",
                "接访日期",
                "诉求日期",
                "反映时间",
                "收集时间",
                "登记时间",
                "来访时间",
                "来电时间",
                "上报时间",
            ),
            Slot(Appeal, "content"): (
                "来访事项",
                "反映事项",
                "事项",
                "诉求问题",
                "具体问题",
                "问题描述",
                "问题事项",
                "意见建议",
                "内容",
                "具体内容",
                "事项内容",
            ),
            Slot(Appeal, "unit_name"): ("企业", "企业名称", "用人单位", "单位全称"),
            Slot(Appeal, "raiser_name"): (
                *("反映职工", "提出人", "来访职工", "来访人姓名", "来电人", "来电人姓名"),
            ),
            Slot(Appeal, "phone"): ("来电号码", "来访人电话", "诉求人电话"),
            Slot(Appeal, "assigned_to"): (
                "办理责任人",
                "接待人",
                "包办人",
                "责任领导",
                "牵头领导",
                "责任部门",
                "交办单位",
                "转办部门",
                "转办单位",
            ),
            Slot(Appeal, "progress"): ("整改措施", "办理措施", "处理过程"),
            Slot(Appeal, "due_on"): ("办结时限", "整改期限", "解决期限", "限办日期"),
            Slot(Appeal, "result"): (
                "最终结果",
                "办理状态",
                "状态",
                "完成情况",
                "落实情况",
                "整改情况",
                "销号情况",
                "反馈结果",
                "反馈情况",
            ),
            Slot(Appeal, "satisfaction"): ("满意与否", "回访满意度", "满意度评价"),
            Slot(Appeal, "visit"): ("走访记录",),
            Slot(Appeal, "case"): ("维权案号",),
        },
        readers={
            "category": worded(Appeal, "category", _CATEGORIES),
            "result": worded(Appeal, "result", _RESULTS),
        },
        maker=_with_source,
    ),
    SheetType(
        record=Venue,
        label="职工阵地台账",
        titles=("阵地", "职工之家", "书屋", "驿站"),
        needs=("name", "kind"),
        speaks=("facilities", "opened_on", "area", "address", *_COUNTED),
        others=tuple(Slot(VenueYear, name) for name in _COUNTED),
        headings={
            Slot(Venue, "name"): ("阵地", "站点", "服务阵地名称", "职工之家名称"),
            Slot(Venue, "kind"): ("阵地类别", "阵地种类", "站点类型"),
            Slot(Venue, "unit_name"): ("企业名称", "单位", "主办单位", "建家单位"),
        },
        maker=_with_venue_year,
        asks_year=_asks_year,
        told_by_title={"kind": _kind_of_venue},
    ),
    SheetType(
        record=VenueYear,
        label="阵地年度情况",
        titles=("阵地年度", "阵地服务"),
        needs=("venue",),
        speaks=_COUNTED,
        headings={Slot(VenueYear, "venue"): ("阵地名称", "名称")},
    ),
)
