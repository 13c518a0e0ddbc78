"""Lists of members, of what changed in their membership, and of transfers."""

from collections.abc import Sequence

from models import codes
from models.fields import fields_of
from models.lists.frames import Frame, unit_of_list
from models.lists.kinds import Draft, Given, Others, Part, Ref, Repeat, Say, SheetType, Slot
from models.lists.moves import with_decision
from models.lists.official import MEMBERS, keep_finer
from models.records.members import Member, MemberChange, MemberTransfer
from models.records.unions import Union, UnionUnit
from models.records.units import Unit
from models.rules.members import (
    ACTIVE,
    APPLIED,
    IDENTITY_CARD,
    JOINED,
    MOVED_IN,
    TRANSFERRING,
    complete_transfer,
    missing_changes,
    person_of,
    settled,
)
from models.values.dates import PartialDate
from models.values.text import name_key

AGRICULTURE = "A"
RESTORED = "7"
_CHANGE = ("member", "kind", "changed_on", "reason", "other_union", "document")
COMING = (JOINED, MOVED_IN)
BACK = {"transferred_out": MOVED_IN}
KIND = Slot(MemberChange, "kind")
ID_NO = Slot(Member, "id_no")
CHANGES = tuple(Slot(MemberChange, name) for name in ("kind", "changed_on", "reason"))


def _with_membership(frame: Frame, found: Draft, others: Others, say: Say) -> None:
    own = found.given
    _agree_with_number(own, say)
    _tell_unit(frame, own, say)
    known = _known(frame, own)
    if known is not None:
        keep_finer(MEMBERS, own, known)
        say(ID_NO, "warn", f"“{known.name}”（{known.unit_name or '没有单位'}）已经登记过")
    elif name := str(own.get("name") or ""):
        _tell_twins(frame, name, own, say)
    _tell_union(frame, own, known)
    _tell_migrant(frame, found)
    change = dict(others.get(MemberChange, {}))
    if known is not None:
        change = with_decision(frame, found, known, change, say)
    if change:
        _with_change(found, change, known, say)
    elif known is None:
        found.first.setdefault("status", ACTIVE)
        if joined := own.get("joined_on"):
            _add_change(found, {"kind": JOINED, "changed_on": joined})


def _agree_with_number(own: Given, say: Say) -> None:
    """Let the number decide about sex and birthday, saying so where the row has it otherwise."""
    number = str(own.get("id_no") or "")
    told = person_of(str(own.get("id_type") or IDENTITY_CARD), number) if number else None
    if told is None:
        return
    sex, birth = told
    if own.get("sex") != sex:
        if own.get("sex"):
            shown = codes.table("sex").label(sex)
            say(Slot(Member, "sex"), "warn", f"与证件号码不符，按证件号码登记为“{shown}”")
        own["sex"] = sex
    given = own.get("birth")
    if given == birth:
        return
    if isinstance(given, PartialDate):
        kind, text = _about_birth(given, birth)
        say(Slot(Member, "birth"), kind, f"{text}{birth.iso}")
    own["birth"] = birth


def _about_birth(given: PartialDate, birth: PartialDate) -> tuple[str, str]:
    # A cell with the number 1990.10 shows and says 1990.1.
    lost_zero = (given.month, given.day, birth.month) == (1, None, 10) and given.year == birth.year
    if given.agrees_with(birth) or lost_zero:
        return "fix", "按证件号码补全为"
    return "warn", "与证件号码不符，按证件号码登记为"


def _known(frame: Frame, own: Given) -> Member | None:
    shelf = frame.desk.shelf(Member)
    hits = shelf.find(0, own.get("id_type") or IDENTITY_CARD, own.get("id_no") or "")
    return shelf.records[hits[0]] if hits else None


def _tell_twins(frame: Frame, name: str, own: Given, say: Say) -> None:
    """Say so when somebody of the same name and birthday has another number."""
    birth, number = own.get("birth"), own.get("id_no")
    if not isinstance(birth, PartialDate) or birth.day is None or not number:
        return
    twins = frame.desk.shelf(Member).by("twins", lambda one: (name_key(one.name), one.birth))
    if twins.get((name_key(name), birth)):
        say(Slot(Member, "name"), "warn", "有一名会员姓名和出生日期相同、证件号码不同，请核对")


def _tell_unit(frame: Frame, own: Given, say: Say) -> None:
    """Take a list without a column for it to be of the unit that it names elsewhere."""
    if Slot(Member, "unit_name") in frame.mapped or own.get("unit_name"):
        return
    hit = unit_of_list(frame)
    if hit is not None:
        own.update(unit=hit.ref, unit_name=hit.name)
        say(Slot(Member, "unit_name"), "fix", f"没有单位列，按表中写明的“{hit.name}”登记")


def _tell_union(frame: Frame, own: Given, known: Member | None) -> None:
    """Put a member under the union of the unit, unless the row or the register says which."""
    unit = own.get("unit")
    if own.get("union_name") or not isinstance(unit, int):
        return
    if known is not None and known.unit == unit:
        return
    union = _union_of(frame, unit)
    if union is not None:
        own["union"], own["union_name"] = union


def _union_of(frame: Frame, unit: Ref) -> tuple[Ref, str] | None:
    """Return the living union of a unit: its own before one that covers it."""
    unions = frame.desk.shelf(Union)
    own = unions.by("unit", lambda one: one.unit).get(unit, ())
    covering = frame.desk.shelf(UnionUnit).where({"unit": unit})
    joint = [one.union for one in covering if one.left_on is None and one.union is not None]
    counted = codes.table("union_status").codes_where("counted")
    for ref in (*own, *joint):
        one = unions.records[ref]
        if not one.status or one.status in counted:
            return ref, one.name
    return None


def _tell_migrant(frame: Frame, found: Draft) -> None:
    """Let blanks among ticks say no; else a rural household outside agriculture says yes."""
    own = found.given
    if own.get("is_migrant"):
        return
    if Slot(Member, "is_migrant") in frame.ticked:
        # A known member stays what the register says: a blank cell takes nothing back.
        found.first["is_migrant"] = "0"
        return
    if not own.get("household"):
        return
    unit = own.get("unit")
    kept = frame.desk.shelf(Unit).records.get(unit) if isinstance(unit, int) else None
    rural = codes.table("household").codes_where("is_rural")
    is_farm = kept is not None and kept.industry == AGRICULTURE
    found.first["is_migrant"] = "1" if own["household"] in rural and not is_farm else "0"


def _with_change(found: Draft, change: Given, known: Member | None, say: Say) -> None:
    """Let the columns of the change make the change and the status that it leads to."""
    on = change.get("changed_on") or found.given.get("joined_on")
    if not change.get("kind"):
        change["kind"] = JOINED
        say(KIND, "warn", "没有会籍变化类型，按“入会”登记")
    if not isinstance(on, PartialDate):
        found.given["status"] = _status(change)
        say(KIND, "warn", "没有会籍变化日期，只登记会籍状态，不计入新发展和减少")
        return
    change["changed_on"] = on
    if known is not None:
        if _is_older(on, known):
            _leave_what_is_newer(found.given, known)
        _come_back(change, known, say)
        if _is_known(change, on, known, say):
            return
    if change["kind"] == JOINED and (known is None or known.joined_on is None):
        found.given.setdefault("joined_on", on)
    if known is None or not _is_older(on, known):
        found.given.update(status=_status(change), status_on=on)
    _add_change(found, change)


def _status(change: Given) -> str:
    return codes.table("member_change_type").by_code[str(change["kind"])].extra["status"]


def _is_older(on: PartialDate, known: Member) -> bool:
    return known.status_on is not None and on.last() < known.status_on.first()


def _leave_what_is_newer(own: Given, known: Member) -> None:
    """Let a row from before the latest change fill in blanks only."""
    fields = fields_of(Member)
    for name in [one for one in own if one not in Member.about.keys[0]]:
        if not fields[name].is_blank(getattr(known, name)):
            del own[name]


def _is_known(change: Given, on: PartialDate, known: Member, say: Say) -> bool:
    """Whether a row says again what the register knows, perhaps with another day."""
    if change["kind"] != JOINED or known.joined_on == on:
        return False
    if known.joined_on is None:
        is_member = known.status in (ACTIVE, TRANSFERRING)
        return is_member and known.status_on is not None and known.status_on.agrees_with(on)
    if not known.joined_on.agrees_with(on):
        text = f"此人已于{known.joined_on.iso}入会，入会日期没有改动"
        say(Slot(MemberChange, "changed_on"), "warn", text)
    return True


def _come_back(change: Given, known: Member, say: Say) -> None:
    """Take the joining of somebody who left before for a return."""
    if known.status in (ACTIVE, TRANSFERRING, APPLIED, "") or change["kind"] not in COMING:
        return
    on = change["changed_on"]
    if isinstance(on, PartialDate) and _is_older(on, known):
        return
    words = codes.table("member_status").label(known.status)
    change["kind"] = BACK.get(known.status, RESTORED)
    shown = codes.table("member_change_type").label(str(change["kind"]))
    where = f"在“{known.unit_name}”" if known.unit_name else ""
    say(KIND, "warn", f"此人原来{where}{words}，按“{shown}”登记")


def _add_change(found: Draft, change: Given) -> None:
    found.parts.append(Part(MemberChange, change, "member"))


def _with_status(frame: Frame, found: Draft, _others: Others, _say: Say) -> None:
    """Let a change in a list of changes lead to the member's status."""
    own = found.given
    ref = own.get("member")
    if isinstance(ref, int) and own.get("kind") and own.get("changed_on"):
        _settle(found, frame, ref, [MemberChange(**own)])  # type: ignore[arg-type]


def _with_transfer(frame: Frame, found: Draft, _others: Others, _say: Say) -> None:
    """Let a transfer that was received make the member's changes and status."""
    transfer = complete_transfer(MemberTransfer(**found.given))  # type: ignore[arg-type]
    ref = transfer.person
    if ref is None or transfer.status != "received" or transfer.received_on is None:
        return
    fresh = list(missing_changes(transfer, frame.desk.find(MemberChange, member=ref)))
    for one in fresh:
        given = {name: value for name in _CHANGE if (value := getattr(one, name))}
        found.parts.append(Part(MemberChange, given))
    _settle(found, frame, ref, fresh)


def _settle(found: Draft, frame: Frame, ref: Ref, fresh: Sequence[MemberChange]) -> None:
    kept = frame.desk.shelf(Member).records[ref]
    now = settled(kept, [*frame.desk.find(MemberChange, member=ref), *fresh])
    if now != kept:
        keys = {"id_type": kept.id_type, "id_no": kept.id_no}
        told = {"status": now.status, "status_on": now.status_on, "joined_on": now.joined_on}
        found.parts.append(Part(Member, {**keys, **told}))


LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=Member,
        label="会员信息采集表",
        titles=(
            *("会员信息", "会员花名册", "会员名册", "会员登记", "会员名单", "会员明细", "会员台账"),
            *("会员档案", "会员情况", "会员基本", "会员汇总", "会员采集", "会员一览", "会员统计"),
            *("入会登记", "入会人员", "入会名单", "入会花名册", "工会会员"),
        ),
        needs=("name", "id_no"),
        speaks=("politics", "household", "nation", "is_migrant", "kind", "joined_on", "card_no"),
        others=CHANGES,
        headings={
            Slot(Member, "name"): ("职工", "姓 名", "名字"),
            ID_NO: ("证件号", "居民身份证号码", "居民身份证", "身份证件号码"),
            Slot(Member, "unit_name"): ("工作单位全称", "单位全称", "现工作单位", "所属单位"),
            Slot(Member, "household"): ("户口", "户别", "户籍性质类别"),
            Slot(Member, "mobile"): ("本人电话", "手机电话", "手机号码（11位）"),
            Slot(Member, "joined_on"): ("入会年月日", "加入工会年月"),
            Slot(Member, "is_migrant"): (
                "是否为农民工",
                "是否农民工(是/否)",
                "农民工会员（是/否）",
                "是否农民工会员填写“是”或“否”",
            ),
            Slot(Member, "new_group"): ("是否新就业形态劳动者", "新就业形态劳动者", "职业群体"),
        },
        repeats=(
            Repeat(Slot(Member, "unit_name"), Slot(Member, "id_no")),
            Repeat(Slot(Member, "domicile"), Slot(Member, "id_no")),
        ),
        maker=_with_membership,
    ),
    SheetType(
        record=MemberChange,
        label="会籍变动登记表",
        titles=("会籍变动", "会籍变化", "会员变动", "会员减少", "会员增减"),
        needs=("member", "kind", "changed_on"),
        speaks=("reason", "other_union", "document"),
        others=(ID_NO,),
        headings={
            Slot(MemberChange, "member"): ("姓名", "会员姓名", "职工姓名"),
            Slot(MemberChange, "kind"): ("变动情况", "增减类型", "减少类型", "减少情况"),
            Slot(MemberChange, "changed_on"): ("减少日期", "减少时间", "变动时间"),
            Slot(MemberChange, "reason"): ("减少原因", "退会原因", "转出原因"),
        },
        maker=_with_status,
    ),
    SheetType(
        record=MemberTransfer,
        label="会员转接登记簿",
        titles=("转接", "会员关系转移", "组织关系接转"),
        needs=("person_name", "from_name", "to_name"),
        speaks=("slip_no", "dues_paid_to", "kind", "received_on"),
        headings={
            Slot(MemberTransfer, "applied_on"): ("办理日期", "登记日期"),
        },
        maker=_with_transfer,
    ),
)
