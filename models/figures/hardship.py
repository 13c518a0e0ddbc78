"""Figures about households in hardship: files, pairing and the aid that was given."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from models import codes
from models.figures.defining import flow
from models.figures.figure import Count, Definition, Ledger, number_of
from models.records.aid import AidBatch, AidItem, StudyAid
from models.records.hardship import HardshipMember, Pairing, Review
from models.records.hardship_file import CLOSED, RELIEVED, HardshipFile, is_on_file
from models.rules.hardship import status_after

FEN = Decimal(100)
Pick = Callable[[Ledger, AidItem], bool]


def on_file(ledger: Ledger) -> list[HardshipFile]:
    """Return the households that are on file on the day of counting."""
    return [one for one in ledger.all(HardshipFile) if is_on_file(one, ledger.period.as_of)]


def active_pairings(ledger: Ledger) -> list[Pairing]:
    """Return the pairings that run on the day of counting with a household on file."""
    live = {one.id for one in on_file(ledger)}
    day = ledger.period.as_of
    return [
        one for one in ledger.all(Pairing) if one.household in live and one.about.is_alive(one, day)
    ]


def paired(ledger: Ledger) -> Count:
    """Return how many households have somebody at their side, those with two helpers once."""
    found = active_pairings(ledger)
    return Count(len({one.household for one in found}), tuple(found))


def helpers(ledger: Ledger) -> Count:
    """Return how many people stand by households."""
    found = active_pairings(ledger)
    return Count(len({(one.helper_name, one.helper_phone) for one in found}), tuple(found))


def filed(ledger: Ledger) -> Count:
    """Return the households filed in the period, whatever became of them since."""
    states = {"3", RELIEVED, CLOSED, "6"}
    files = ledger.all(HardshipFile)
    return number_of(
        [one for one in files if one.status in states and ledger.period.holds(one.filed_on)]
    )


def left(ledger: Ledger, status: str) -> Count:
    """Return the households that left the file with a status in the period."""
    reviews = {
        one.household: one.reviewed_on for one in ledger.all(Review) if status_after(one) == status
    }
    return number_of(
        [
            one
            for one in ledger.all(HardshipFile)
            if one.status == status and ledger.period.holds(one.left_on or reviews.get(one.id))
        ]
    )


def reviewed(ledger: Ledger) -> Count:
    """Return the households that were reviewed in the period."""
    found = ledger.during(Review, "reviewed_on")
    return Count(len({one.household for one in found}), tuple(found))


def people_on_file(ledger: Ledger) -> Count:
    """Return how many people live in the households on file: the registered size, else who is named."""
    files = on_file(ledger)
    members: dict[int | None, int] = {}
    for one in ledger.all(HardshipMember):
        members[one.household] = members.get(one.household, 0) + 1
    total = sum(one.household_size or 1 + members.get(one.id, 0) for one in files)
    return Count(total, tuple(files))


def day_of(ledger: Ledger, item: AidItem) -> date | None:
    """Return when something was given: the day of receipt, for what was signed else the batch's."""
    batch = ledger.get(AidBatch, item.batch)
    if item.received_on is not None or batch is None:
        return item.received_on
    return batch.planned_on if item.is_signed else None


def given(ledger: Ledger, pick: Pick) -> list[AidItem]:
    """Return what was given in the period and is picked, reversing lines with it."""
    return [
        one
        for one in ledger.all(AidItem)
        if ledger.period.holds(day_of(ledger, one)) and pick(ledger, one)
    ]


def standing(items: Sequence[AidItem]) -> list[AidItem]:
    """Return what still stands: without reversing lines and what they took back wholly."""
    back: dict[int | None, int] = {}
    for one in items:
        if one.reversal_of is not None:
            back[one.reversal_of] = back.get(one.reversal_of, 0) + (one.amount or 0)
    return [
        one
        for one in items
        if one.reversal_of is None
        and not (one.id in back and (one.amount or 0) + back[one.id] <= 0)
    ]


def _amount(ledger: Ledger, pick: Pick) -> Count:
    items = given(ledger, pick)
    total = sum(one.amount or 0 for one in items)
    return Count((total / FEN).quantize(Decimal("0.01")), tuple(items))


def _times(ledger: Ledger, pick: Pick) -> Count:
    return number_of(standing(given(ledger, pick)))


def _households(ledger: Ledger, pick: Pick) -> Count:
    items = [one for one in standing(given(ledger, pick)) if one.household is not None]
    return Count(len({one.household for one in items}), tuple(items))


def _people(ledger: Ledger, pick: Pick) -> Count:
    items = standing(given(ledger, pick))
    return Count(
        len({one.id_no or (one.household_name, one.unit_name) for one in items}), tuple(items)
    )


def everything(_ledger: Ledger, _item: AidItem) -> bool:
    """Pick whatever was given."""
    return True


def _of_kind(kind: str) -> Pick:
    def pick(ledger: Ledger, item: AidItem) -> bool:
        batch = ledger.get(AidBatch, item.batch)
        return batch is not None and batch.kind == kind

    return pick


def _of_source(source: str) -> Pick:
    def pick(ledger: Ledger, item: AidItem) -> bool:
        batch = ledger.get(AidBatch, item.batch)
        return batch is not None and batch.fund_source == source

    return pick


def _in_kind(ledger: Ledger, item: AidItem) -> bool:
    batch = ledger.get(AidBatch, item.batch)
    ways = codes.table("aid_way").codes_where("in_kind")
    return batch is not None and (batch.way in ways or bool(item.goods))


def students(ledger: Ledger) -> Count:
    """Return the students whose aid was given in the period."""
    items = {one.id for one in standing(given(ledger, everything))}
    found = [one for one in ledger.all(StudyAid) if one.item in items]
    return Count(len({one.student_id or (one.student, one.school) for one in found}), tuple(found))


GIVEN = "发放明细按领取日期计入（已签字没写领取日期的按批次的发放日期），冲正的减去"


def _by_kind() -> tuple[Definition, ...]:
    found = []
    for line in codes.table("aid_kind").lines:
        pick, code = _of_kind(line.code), f"aid_{line.extra['figure']}"
        basis = f"类别是“{line.name}”的批次；{GIVEN}"
        found.append(
            flow(
                f"{code}_times", f"{line.name}人次", "人次", partial(_times, pick=pick), basis=basis
            )
        )
        found.append(
            flow(
                f"{code}_amount", f"{line.name}金额", "元", partial(_amount, pick=pick), basis=basis
            )
        )
    return tuple(found)


def _by_source() -> tuple[Definition, ...]:
    return tuple(
        flow(
            f"aid_from_{line.extra['figure']}",
            f"帮扶资金来自{line.name}",
            "元",
            partial(_amount, pick=_of_source(line.code)),
            basis=f"资金来源是“{line.name}”的批次；{GIVEN}",
        )
        for line in codes.table("aid_fund").lines
    )


DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        code="hard_on_file",
        label="在档困难职工",
        unit="户",
        kind="stock",
        basis="截止日在档的困难职工档案：已建档、没有脱困也没有销档；公示中、拟建档、暂停的不计",
        count=lambda ledger: number_of(on_file(ledger)),
    ),
    Definition(
        code="hard_people",
        label="在档困难职工家庭人口",
        unit="人",
        kind="stock",
        basis="在档各户的家庭人口相加；没填人口的按登记的家庭成员加本人",
        count=people_on_file,
    ),
    Definition(
        code="hard_paired",
        label="结对帮扶（在档）",
        unit="人",
        kind="stock",
        basis="截止日结对有效并且档案在档的帮扶对象，有两名帮扶人的计一次",
        count=paired,
    ),
    Definition(
        code="hard_helpers",
        label="结对帮扶责任人",
        unit="人",
        kind="stock",
        basis="截止日仍在帮扶在档户的帮扶人，同名同电话的计一次",
        count=helpers,
    ),
    flow(
        "hard_new",
        "新建困难职工档案",
        "户",
        filed,
        basis="建档日期在本期内的档案，后来脱困、销档的也计",
    ),
    flow(
        "hard_relieved",
        "困难职工脱困",
        "户",
        partial(left, status=RELIEVED),
        basis="状态是脱困、脱困日期在本期内的档案；没写日期的按复核日期",
    ),
    flow(
        "hard_closed",
        "困难职工档案销档",
        "户",
        partial(left, status=CLOSED),
        basis="状态是销档、销档日期在本期内的档案；没写日期的按复核日期",
    ),
    flow(
        "hard_reviews",
        "困难职工复核",
        "户",
        reviewed,
        basis="本期内复核过的困难职工，复核几次都计一户",
    ),
    flow("aid_times", "帮扶救助人次", "人次", partial(_times, pick=everything), basis=GIVEN),
    flow(
        "aid_people",
        "帮扶救助人数",
        "人",
        partial(_people, pick=everything),
        basis=f"同一个人几次领取计一人；{GIVEN}",
    ),
    flow(
        "aid_households",
        "帮扶救助困难职工家庭",
        "户",
        partial(_households, pick=everything),
        basis=f"有困难档案的，同一户几次领取计一户；{GIVEN}",
    ),
    flow("aid_amount", "发放帮扶资金", "元", partial(_amount, pick=everything), basis=GIVEN),
    flow(
        "aid_in_kind_amount",
        "发放物资价值",
        "元",
        partial(_amount, pick=_in_kind),
        basis=f"发放方式是实物、消费帮扶券的批次和写了物品的明细；{GIVEN}",
    ),
    flow(
        "aid_students",
        "助学学生",
        "人",
        students,
        basis=f"登记了助学对象的，同一学生计一人；{GIVEN}",
    ),
    *_by_kind(),
    *_by_source(),
)
