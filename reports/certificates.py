"""Certificates from the register: what each says, one alone or the whole year's."""

from dataclasses import dataclass

from models import codes
from models.errors import Problem
from models.records.papers import Certificate as Registered
from models.store import Store
from models.values.dates import say_day
from reports.blocks import Certificate, Document
from reports.request import Parameter, Request

NUMBER = Parameter(key="number", label="证书编号", help="如2024-001；不填为本期全部证书")
PRIZE, APPOINTMENT, UNIT = "2", "3", "2"
SENTENCE_ENDS = "，,。；;、 \n"


@dataclass(frozen=True, slots=True)
class _Wording:
    """How one kind of certificate speaks: what leads to the honour, and its last line."""

    to_person: str
    to_unit: str
    closing: str


HONOURED = _Wording("特授予", "授予你单位", "特发此证，以资鼓励。")
AWARDED = _Wording("荣获", "荣获", "特发此证，以资鼓励。")
PRAISED = _Wording("被评为", "被评为", "特发此状，以资鼓励。")
PRIZED = _Wording("荣获", "荣获", "特发此状，以资鼓励。")
APPOINTED = _Wording("兹聘请您为", "兹聘请贵单位为", "特发此证。")


def certificates(store: Store, request: Request) -> Document:
    """Return the certificate of that number, or all that were awarded in the period."""
    number = request.values.get(NUMBER.key, "")
    chosen = _one(store, number) if number else _all_of(store, request)
    issuer = store.town().union_name
    blocks = tuple(certificate(one, issuer) for one in chosen)
    name = f"{blocks[0].heading}{number}" if number else f"{request.period.words()}证书"
    return Document(name=name, kind="certificate", blocks=blocks, author=issuer)


def certificate(registered: Registered, issuer: str) -> Certificate:
    """Return what a registered certificate says; the town issues it when nobody else is named."""
    wording = _wording(registered)
    is_unit = registered.holder_kind == UNIT
    lead = wording.to_unit if is_unit else wording.to_person
    reason = registered.reason.strip(SENTENCE_ENDS)
    return Certificate(
        heading=codes.table("certificate_kind").label(registered.kind),
        salutation=f"{registered.holder}：" if is_unit else f"{registered.holder}同志：",
        body=(f"{reason}，{lead}" if reason else lead,),
        honour=_honour(registered),
        closing=wording.closing,
        issuer=registered.issuer or issuer,
        day=say_day(registered.awarded_on) if registered.awarded_on else "",
        number=f"编号：{registered.number}",
    )


def _wording(registered: Registered) -> _Wording:
    if registered.kind == APPOINTMENT:
        return APPOINTED
    is_award = _bare(registered.honour).endswith("奖")
    if registered.kind == PRIZE:
        return PRIZED if is_award else PRAISED
    return AWARDED if is_award else HONOURED


def _honour(registered: Registered) -> str:
    name = _bare(registered.honour)
    if registered.kind == APPOINTMENT:
        return name
    if _wording(registered) is HONOURED:
        return f"“{name}”荣誉称号"
    return f"“{name}”"


def _bare(honour: str) -> str:
    """Return the honour without the marks and words that the certificate adds itself."""
    name = honour.strip()
    for ending in ("荣誉称号", "称号"):
        name = name.removesuffix(ending)
    return name.strip("“”\"'「」 ") or honour


def _one(store: Store, number: str) -> list[Registered]:
    found = store.find(Registered, number=number)
    if not found:
        raise Problem(f"证书登记里没有编号“{number}”", "请核对编号，或先在证书登记中新增。")
    return found


def _all_of(store: Store, request: Request) -> list[Registered]:
    period = request.period
    found = [one for one in store.all(Registered) if period.holds(one.awarded_on)]
    if not found:
        raise Problem(f"{period.words()}没有登记证书，没有可打印的", "请先在证书登记中新增证书。")
    return found
