"""Checks on money and goods given to people; what differs by place are local rules."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models import codes
from models.records.aid import AidBatch, AidItem, StudyAid
from models.records.base import with_values
from models.records.hardship_file import HardshipFile, is_on_file
from models.rules.findings import Completions, Finding, Lookup, Rules, error, warn
from models.rules.local import Limit, limit
from models.values.money import show_money

PROXY = "2"
STUDY = "4"
FEN = 100


@dataclass(frozen=True, slots=True)
class Caps:
    """The most that one person may get at once and in a year."""

    once: Limit | None = None
    yearly: Limit | None = None


NO_CAPS = Caps()


def caps_of(lookup: Lookup, batch: AidBatch) -> Caps:
    """Return the local caps on a batch; only kinds that the code table ticks have any."""
    if batch.kind not in codes.table("aid_kind").codes_where("capped"):
        return NO_CAPS
    day = batch.planned_on
    return Caps(limit(lookup, "aid_once_max", day), limit(lookup, "aid_year_max", day))


def excess_words(amount: int | None, given_before: int, caps: Caps) -> str:
    """Return by which cap an amount is too much, blank when it is not."""
    if amount is None or amount <= 0:
        return ""
    if caps.once and amount > caps.once.number * FEN:
        return f"超过每人次最高{caps.once.says()}元（{caps.once.source}）"
    total = amount + given_before
    if caps.yearly and total > caps.yearly.number * FEN:
        words = f"本年累计{show_money(total)}元，超过每人每年最高{caps.yearly.says()}元"
        return f"{words}（{caps.yearly.source}）"
    return ""


def given_before(lookup: Lookup, item: AidItem, batch: AidBatch) -> int:
    """Return what the same person got in capped batches of the year besides this item."""
    capped = codes.table("aid_kind").codes_where("capped")
    batches = {one.id for one in lookup.find(AidBatch, year=batch.year) if one.kind in capped}
    if item.id_no:
        items = lookup.find(AidItem, id_no=item.id_no)
    elif item.household is not None:
        items = lookup.find(AidItem, household=item.household)
    else:
        return 0
    return sum(one.amount or 0 for one in items if one.batch in batches and one.id != item.id)


def is_locked(items: Sequence[AidItem]) -> bool:
    """Whether a batch is closed: everybody has signed; corrections are reversing lines."""
    return bool(items) and all(one.is_signed for one in items)


def check_batch(batch: AidBatch) -> Iterator[Finding]:
    """Yield a batch whose day is in another year."""
    if batch.planned_on and batch.year and batch.planned_on.year != batch.year:
        yield warn("planned_on", f"发放日期不在{batch.year}年，请核对归属年度")


def complete_item(item: AidItem) -> AidItem:
    """Let whoever names a proxy have received by proxy."""
    return with_values(item, receiver=PROXY) if item.proxy_name and not item.receiver else item


def check_item(item: AidItem) -> Iterator[Finding]:
    """Yield what is wrong or odd about what one person gets."""
    if item.amount is None and not item.goods:
        yield error("amount", "请填写金额，发实物的填写物品")
    if item.amount is not None and item.reversal_of is None and item.amount <= 0:
        yield error("amount", "金额应大于0；签领后的更正请用“冲正”")
    if item.amount is not None and item.reversal_of is not None and item.amount >= 0:
        yield error("amount", "冲正的金额应是负数")
    if item.receiver == PROXY:
        yield from _check_proxy(item)
    if item.is_signed and item.received_on is None:
        yield warn("received_on", "已签字但没有领取日期，不计入发放")
    if item.account_holder and item.account_holder != item.household_name:
        yield warn("account_holder", "户名不是本人，请核对")
    if item.household is None and not item.no_file_reason:
        yield warn("no_file_reason", "没有对应到困难档案，请写明未建档原因")


def _check_proxy(item: AidItem) -> Iterator[Finding]:
    if not item.proxy_name:
        yield error("proxy_name", "代领的要填代领人")
    if not item.proxy_relation:
        yield error("proxy_relation", "代领的要填代领人与本人的关系")
    if not item.proxy_id:
        yield warn("proxy_id", "代领人的身份证号没有填")


def check_item_across(item: AidItem, lookup: Lookup) -> Iterator[Finding]:
    """Yield what the batch, the file and the caps forbid."""
    batch = next(iter(lookup.find(AidBatch, id=item.batch)), None)
    if batch is None:
        return
    siblings = lookup.find(AidItem, batch=batch.id)
    yield from _check_lock(item, siblings)
    if item.reversal_of is not None:
        yield from _check_reversal(item, siblings)
        return
    twins = [one for one in siblings if one.id_no and one.id_no == item.id_no]
    if any(one.id != item.id and one.reversal_of is None for one in twins):
        yield error("id_no", "这一批里已有这个人，一批只发一次")
    for file in lookup.find(HardshipFile, id=item.household) if item.household else ():
        yield from check_file_of(item, batch, file)
    words = excess_words(item.amount, given_before(lookup, item, batch), caps_of(lookup, batch))
    if words:
        yield from check_excess(item, words)
    if batch.way in codes.table("aid_way").codes_where("to_account") and not item.account_no:
        yield warn("account_no", "转账、打卡发放的要有账号")


def check_file_of(item: AidItem, batch: AidBatch, file: HardshipFile) -> Iterator[Finding]:
    """Yield a household that was not on file on the day; only those on file get aid."""
    day = item.received_on or batch.planned_on
    if day and not is_on_file(file, day) and not item.no_file_reason:
        words = f"“{file.person_name}”{day.isoformat()}不在档，请写明未建档原因"
        yield error("household", words)


def check_excess(item: AidItem, words: str) -> Iterator[Finding]:
    """Yield an amount above a cap: forbidden without a reason, told with one."""
    if item.cap_reason:
        yield warn("amount", words)
    else:
        yield error("amount", f"{words}，确需超过的请填“超标准原因”")


def _check_lock(item: AidItem, siblings: Sequence[AidItem]) -> Iterator[Finding]:
    if not is_locked(siblings):
        return
    kept = next((one for one in siblings if one.id == item.id), None)
    if kept is None and item.reversal_of is None:
        yield error("batch", "这一批已全部签领，不能再加人；更正请用“冲正”")
    if kept is not None:
        before = (kept.amount, kept.household_name, kept.id_no, kept.is_signed)
        if before != (item.amount, item.household_name, item.id_no, item.is_signed):
            yield error("amount", "这一批已全部签领，不能再改；更正请用“冲正”")


def _check_reversal(item: AidItem, siblings: Sequence[AidItem]) -> Iterator[Finding]:
    original = next((one for one in siblings if one.id == item.reversal_of), None)
    if original is None:
        yield error("reversal_of", "要冲正的不在这一批里")
        return
    reversed_ = sum(
        one.amount or 0 for one in siblings if one.reversal_of == original.id and one.id != item.id
    )
    if (original.amount or 0) + reversed_ + (item.amount or 0) < 0:
        yield error("amount", "冲正的合计超过了原来的金额")


def check_study(study: StudyAid) -> Iterator[Finding]:
    """Yield a student who may not be aided."""
    table = codes.table("study_exclusion")
    if study.excluded in table.codes_where("excluded"):
        yield error("excluded", f"{table.label(study.excluded)}不予资助")
    if not study.student_id:
        yield warn("student_id", "没有学生身份证号，查不出是不是重复资助")


def check_study_across(study: StudyAid, lookup: Lookup) -> Iterator[Finding]:
    """Yield a student whose amount was not given as aid for studies."""
    for item in lookup.find(AidItem, id=study.item):
        for batch in lookup.find(AidBatch, id=item.batch):
            if batch.kind != STUDY:
                yield warn("item", f"“{batch.title}”不是金秋助学，请核对")


CHECKS: Rules = {"aid_batch": check_batch, "aid_item": check_item, "study_aid": check_study}
CHECKS_ACROSS: Rules = {"aid_item": check_item_across, "study_aid": check_study_across}
COMPLETIONS: Completions = {"aid_item": complete_item}
