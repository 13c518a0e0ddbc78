"""Lists of households in hardship: files, members, reviews, pairing and aid."""

import re
from typing import cast

from models.lists.frames import Frame
from models.lists.kinds import UNIT_CODE, Draft, Others, Part, Reader, Repeat, Say, SheetType, Slot
from models.lists.wording import worded
from models.reading import Reading
from models.records.aid import AidBatch, AidItem, StudyAid
from models.records.hardship import HardshipMember, Pairing, Review
from models.records.hardship_file import ENDED, ON_FILE, HardshipFile
from models.records.members import Member

# Words of a title that tell what is given out, the plainer ones last.
_KINDS = (
    ("助学", "4"),
    ("劳模", "6"),
    ("防暑", "7"),
    ("清凉", "7"),
    ("大病", "8"),
    ("医疗", "3"),
    ("临时", "5"),
    ("送温暖", "1"),
    ("春节", "1"),
    ("两节", "1"),
    ("元旦", "1"),
    ("生活", "2"),
    ("物资", "9"),
    ("慰问品", "9"),
    ("慰问", "1"),
)
_BATCH = re.compile(
    r"(?:慰问金|救助金|助学金|慰问品|资金|现金)?(?:发放|签领|领取|签收|明细|签字|登记)*"
    r"(?:花名册|名单|情况表|表|册)$"
)
LIVING_AID = "2"
_CAUSES = (
    (r"病", "患重特大疾病"),
    (r"意外|车祸|事故", "意外事故"),
    (r"灾", "自然灾害"),
    (r"上学|就学|助学|教育", "子女上学"),
    (r"失业|下岗", "下岗失业"),
    (r"残|劳动能力", "无劳动能力"),
)
_PERSON, _ID_NO = (Slot(HardshipFile, name) for name in ("person_name", "id_no"))
_MEMBER = Slot(HardshipMember, "name")
# Some lists have the household's members in columns of their own, one a row.
_MEMBER_WORDS = {
    _MEMBER: ("家庭成员姓名", "成员姓名", "家庭成员"),
    Slot(HardshipMember, "relation"): ("与户主关系", "家庭成员关系", "成员关系", "与本人关系"),
    Slot(HardshipMember, "id_no"): ("成员身份证号", "家庭成员身份证号", "成员身份证号码"),
    Slot(HardshipMember, "identity"): ("成员状况", "成员身份", "家庭成员身份", "成员职业"),
}
_SIGNED = re.compile(r"[×✗]|[否未没]")


def _read_signed(text: str) -> Reading[bool]:
    """Return whether somebody signed: a name is typed where the list is kept."""
    return Reading(_SIGNED.search(text) is None)


# A reader may give any value; the type names the commonest.
_read_signature = cast("Reader", _read_signed)


def _with_status_and_member(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Take a list without a status as those on file, and tell the member by the ID number."""
    own = found.given
    if not own.get("status") and Slot(HardshipFile, "status") not in frame.mapped:
        found.first.setdefault("status", ON_FILE)
    number, linked = own.get("id_no"), own.get("person")
    members = frame.desk.shelf(Member)
    if number and isinstance(linked, int) and members.records[linked].id_no not in {"", number}:
        del own["person"]
        say(
            Slot(HardshipFile, "person_name"),
            "warn",
            "会员里有同名的人，身份证号不同，没有对应到会员",
        )


def _with_household_members(frame: Frame, found: Draft, others: Others, say: Say) -> None:
    """Keep a member of the household that stands in the same row, or in one below."""
    _with_status_and_member(frame, found, others, say)
    member = others.get(HardshipMember, {})
    if member.get("name"):
        found.parts.append(Part(HardshipMember, dict(member), "household"))


def _with_household(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Find the household of a pairing by name and unit; a live file goes before an ended one."""
    own = found.given
    name = str(own.get("household_name") or "")
    slot = Slot(Pairing, "household_name")
    if not isinstance(own.get("household"), int) and name:
        ref = _living_namesake(frame, found)
        if ref is None:
            say(slot, "error", f"困难职工档案里没有对应到“{name}”，请先建档再结对")
            return
        own["household"] = ref
    found_ref = own.get("household")
    if isinstance(found_ref, int):
        file = frame.desk.shelf(HardshipFile).records[found_ref]
        unit = own.get("unit")
        if isinstance(unit, int) and file.unit is not None and unit != file.unit:
            words = f"档案里“{name}”的工作单位是“{file.unit_name}”，请核对是不是同一个人"
            say(Slot(Pairing, "unit_name"), "warn", words)


def _living_namesake(frame: Frame, found: Draft) -> int | None:
    """Return the one household still on file among namesakes of the same unit."""
    files = frame.desk.shelf(HardshipFile).records
    name, unit = found.given.get("household_name"), found.given.get("unit")
    refs = [
        ref
        for ref, one in files.items()
        if one.person_name == name
        and one.status not in ENDED
        and (unit is None or one.unit is None or one.unit == unit)
    ]
    return refs[0] if len(refs) == 1 else None


def _with_batch(frame: Frame, found: Draft, _others: Others, _say: Say) -> None:
    """Put the rows of a signing list into the batch that its title names."""
    own = found.given
    if not isinstance(own.get("batch"), int):
        title = frame.facts.title or frame.sheet
        named = _BATCH.sub("", title) or title
        kind = next((code for word, code in _KINDS if word in title), LIVING_AID)
        year = frame.year or (frame.facts.filled_on.year if frame.facts.filled_on else None)
        own["batch"] = frame.shared(AidBatch, title=named, year=year, kind=kind)
    if frame.facts.given_on and Slot(AidItem, "received_on") not in frame.mapped:
        found.first.setdefault("received_on", frame.facts.given_on)
    ref = own.get("household")
    if isinstance(ref, int):
        file = frame.desk.shelf(HardshipFile).records[ref]
        for name in ("id_no", "unit", "unit_name", "category"):
            if not own.get(name) and getattr(file, name):
                own[name] = getattr(file, name)


def _asks_batch_year(frame: Frame) -> bool:
    """Whether the batch that the title names belongs to a year that nothing tells."""
    return frame.year is None and Slot(AidItem, "batch") not in frame.mapped


LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=HardshipFile,
        label="困难职工花名册",
        titles=("困难职工花名册", "困难职工档案", "困难职工名册", "困难职工", "在档困难"),
        needs=("person_name", "id_no"),
        speaks=(
            "category",
            "income_per_head",
            "household_size",
            "cause",
            "filed_on",
            "status",
            "address",
        ),
        others=(UNIT_CODE,),
        headings={
            Slot(HardshipFile, "unit_name"): ("工会名称", "所在工会", "用人单位", "所属单位"),
            Slot(HardshipFile, "phone"): ("本人电话", "联系手机", "手机号"),
            Slot(HardshipFile, "address"): ("住所", "家庭详细住址", "现居住地址"),
            Slot(HardshipFile, "income_per_head"): (
                "家庭人均月收入(元)",
                "月人均纯收入",
                "家庭月人均收入(元)",
            ),
            Slot(HardshipFile, "cause"): ("致贫原因", "致困主要原因", "主要致贫原因"),
            Slot(HardshipFile, "status"): ("在档状态", "档案情况", "是否在档"),
            **_MEMBER_WORDS,
        },
        readers={"cause": worded(HardshipFile, "cause", _CAUSES)},
        repeats=(
            Repeat(_ID_NO, _MEMBER, unless=_PERSON),
            Repeat(_PERSON, _MEMBER),
        ),
        maker=_with_household_members,
        only_read=tuple(_MEMBER_WORDS),
    ),
    SheetType(
        record=HardshipMember,
        label="困难职工家庭成员",
        titles=("家庭成员",),
        needs=("household", "name", "relation"),
        speaks=("identity", "monthly_income", "study_stage", "school_or_unit"),
        headings={
            Slot(HardshipMember, "household"): (
                "困难职工",
                "困难职工姓名",
                "户主",
                "户主姓名",
                "职工姓名",
            ),
            Slot(HardshipMember, "relation"): ("与本人关系", "与困难职工关系"),
        },
    ),
    SheetType(
        record=Review,
        label="困难职工复核登记",
        titles=("复核", "动态管理"),
        needs=("household", "reviewed_on", "decision"),
        speaks=("reason", "approver", "evidence", "kind"),
        headings={
            Slot(Review, "household"): ("困难职工", "困难职工姓名", "姓名", "户主", "职工姓名"),
            Slot(Review, "decision"): ("处理意见", "复核意见", "复核结果"),
        },
    ),
    SheetType(
        record=Pairing,
        label="困难职工结对帮扶登记表",
        titles=("结对帮扶", "结对", "帮扶责任"),
        needs=("household_name", "helper_name"),
        speaks=("helper_post", "from_on", "to_on", "plan", "visits", "helper_unit"),
        others=(UNIT_CODE,),
        headings={
            Slot(Pairing, "household_name"): (
                "姓名",
                "职工姓名",
                "帮扶困难职工",
                "受助职工",
                "结对职工",
            ),
            Slot(Pairing, "unit_name"): ("单位", "单位名称", "职工单位", "被帮扶人单位"),
            Slot(Pairing, "helper_name"): ("结对干部", "包户干部", "联系人", "帮扶联系人"),
            Slot(Pairing, "helper_unit"): ("帮扶干部单位", "责任人单位", "帮扶责任人单位"),
            Slot(Pairing, "helper_post"): ("责任人职务", "帮扶干部职务", "帮扶责任人职务"),
            Slot(Pairing, "from_on"): ("帮扶日期", "帮扶起始日期", "起始时间", "结对起始日期"),
            Slot(Pairing, "to_on"): ("结束时间", "截止时间", "帮扶截止日期", "结对到期日期"),
        },
        maker=_with_household,
    ),
    SheetType(
        record=AidBatch,
        label="发放批次登记",
        titles=("发放批次",),
        needs=("title", "kind"),
        speaks=("fund_source", "decided_by", "way", "planned_on"),
    ),
    SheetType(
        record=AidItem,
        label="帮扶资金签领表",
        titles=("签领", "发放明细", "慰问金", "救助金", "领取表", "发放表", "慰问品"),
        needs=("household_name", "amount"),
        speaks=(
            "received_on",
            "receiver",
            "proxy_name",
            "account_no",
            "goods",
            "category",
            "is_signed",
        ),
        others=(UNIT_CODE,),
        headings={
            Slot(AidItem, "batch"): ("批次", "批次名称"),
            Slot(AidItem, "household_name"): ("受助职工", "慰问对象", "领取人姓名"),
            Slot(AidItem, "amount"): ("金额(元)", "慰问金额(元)", "救助标准", "发放标准"),
            Slot(AidItem, "is_signed"): ("领取人签字", "领款人签字", "签名", "本人签字"),
        },
        readers={"is_signed": _read_signature},
        maker=_with_batch,
        asks_year=_asks_batch_year,
    ),
    SheetType(
        record=StudyAid,
        label="金秋助学对象",
        titles=("助学",),
        needs=("item", "student", "school"),
        speaks=("major", "level", "enrolled_year", "tuition", "exam_no"),
        headings={
            Slot(StudyAid, "item"): ("领款人", "困难职工", "职工姓名", "家长姓名", "发放对象"),
        },
    ),
)
