"""Lists of collective contracts and of the enterprises that confirmed them."""

from models.lists.frames import Frame
from models.lists.kinds import UNIT_CODE, Draft, Others, Say, SheetType, Slot, Span
from models.records.bargaining import Contract, Coverage

_CONTRACT_KINDS = {
    "工资": "工资专项集体合同",
    "女职工": "女职工权益保护专项集体合同",
    "安全卫生": "劳动安全卫生专项集体合同",
}


def _kind_in(title: str) -> str:
    """Return the kind of contract that a list's title names; blank when it names none or two."""
    found = [kind for word, kind in _CONTRACT_KINDS.items() if word in title]
    return found[0] if len(found) == 1 else ""


def _with_titled_kind(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    slot = Slot(Contract, "kind")
    kind = _kind_in(f"{frame.facts.title} {frame.sheet}")
    if kind and slot not in frame.mapped and "kind" not in found.first:
        found.given["kind"] = slot.field.read(kind).value
        say(slot, "fix", f"没有合同种类列，按表名登记为“{kind}”")


def _with_contract_facts(frame: Frame, found: Draft, _others: Others, _say: Say) -> None:
    if frame.facts.contract_title:
        found.first.setdefault("contract_title", frame.facts.contract_title)
    if frame.facts.base_date:
        found.first.setdefault("base_date", frame.facts.base_date)


LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=Contract,
        label="集体合同台账",
        titles=("合同台账", "集体合同", "集体协商"),
        needs=("unit_name", "kind", "signed_on", "valid_to"),
        speaks=("valid_from", "workers_covered", "scope", "performance"),
        others=(UNIT_CODE,),
        headings={
            Slot(Contract, "unit_name"): ("企业全称", "单位全称", "用人单位", "单位"),
            Slot(Contract, "kind"): (
                "协议类型",
                "集体合同种类",
                "集体合同类型",
                "合同性质",
                "类别",
                "类型",
            ),
            Slot(Contract, "signed_on"): ("合同签订日期", "合同签订时间", "签约时间"),
            Slot(Contract, "valid_from"): (
                "合同起始日期",
                "有效期开始",
                "开始日期",
                "生效起始日期",
            ),
            Slot(Contract, "valid_to"): (
                "合同终止日期",
                "有效期截止",
                "截止日期",
                "到期日",
                "终止",
                "至",
                "到期时间",
            ),
            Slot(Contract, "workers_covered"): ("覆盖职工人数", "涉及职工人数", "覆盖职工数量"),
            Slot(Contract, "filed_on"): ("备案日期", "报备日期", "报审日期"),
            Slot(Contract, "chief_workers"): (
                *("首席代表（职工方）", "职工首席代表", "职工方首席", "职工方首席协商代表"),
            ),
            Slot(Contract, "chief_employer"): (
                *("首席代表（企业方）", "企业首席代表", "企业方首席", "企业方首席协商代表"),
            ),
            Slot(Contract, "min_wage"): ("最低工资", "最低工资标准", "企业最低工资"),
        },
        further={Slot(Contract, "workers_covered"): ("职工数", "职工人数", "职工总数", "人数")},
        optional=("valid_from",),
        span=Span(
            Slot(Contract, "valid_from"),
            Slot(Contract, "valid_to"),
            (
                "合同有效期",
                "有效期",
                "有效期限",
                "期限",
                "合同期",
                "合同期限",
                "合同起止日期",
                "起止日期",
                "起止时间",
                "合同起止时间",
                "合同有效期限",
            ),
        ),
        maker=_with_titled_kind,
        told_by_title={"kind": _kind_in},
    ),
    SheetType(
        record=Coverage,
        label="合同覆盖企业确认表",
        titles=("覆盖企业", "确认表"),
        needs=("unit_name", "workers_covered"),
        speaks=("sealed_on", "worker_delegate", "chair", "credit_code"),
        headings={
            Slot(Coverage, "unit_name"): ("企业全称", "单位全称", "单位"),
            Slot(Coverage, "workers_total"): ("职工总人数", "企业职工数"),
            Slot(Coverage, "workers_covered"): ("覆盖职工人数", "涉及职工", "涉及职工人数"),
            Slot(Coverage, "sealed_on"): ("签章日期", "盖章时间", "签字盖章日期"),
            Slot(Coverage, "worker_delegate"): ("职工方代表", "职工代表姓名", "职工方"),
            Slot(Coverage, "chair"): ("工会负责人", "企业工会主席", "工会主席姓名"),
        },
        maker=_with_contract_facts,
    ),
)
