"""Lists of targets, documents and certificates."""

import re
from decimal import Decimal

from models.fields import fields_of
from models.lists.frames import Frame
from models.lists.kinds import Draft, Others, Say, SheetType, Slot, Wait
from models.records.papers import Certificate, Document, Target
from models.records.unions import Union
from models.records.units import Unit
from models.values.documents import kind_in_title, read_doc_no

REPLY = "5"
_BODY = re.compile(r"公司|工会|委员会|合作社|[厂店部校院所站局社村队组车间室]$")


def _with_kind_and_union(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    own = found.given
    if not own.get("kind") and (kind := kind_in_title(str(own.get("title") or ""))):
        own["kind"] = fields_of(Document)["kind"].read(kind).value
        say(Slot(Document, "kind"), "fix", f"文种空白，按标题登记为“{kind}”")
    if own.get("kind") == REPLY and own.get("recipients"):
        hits = frame.desk.shelf(Union).find(0, own["recipients"])
        if len(hits) == 1:
            found.given["union"] = hits[0]


def _with_whole_percent(_frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Undo what the percent format of a cell does: it shows 90% and holds 0.9."""
    target = found.given.get("target")
    if found.given.get("unit_label") != "%" or not isinstance(target, Decimal):
        return
    if 0 < target <= 1:
        found.given["target"] = target * 100
        say(Slot(Target, "target"), "warn", f"{target}按百分比登记为{target * 100:.0f}%，请核对")


def _with_kinds(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Tell a certificate's kind from the title, and whom it honours from the register."""
    own = found.given
    fields = fields_of(Certificate)
    if not own.get("kind") and "kind" not in found.first:
        named = f"{frame.facts.title}{frame.sheet}"
        word = next((one for one in ("聘书", "奖状") if one in named), "荣誉证书")
        own["kind"] = fields["kind"].read(word).value
        say(Slot(Certificate, "kind"), "fix", f"没有写证书种类，按“{word}”登记")
    holder = str(own.get("holder") or "")
    if not holder or own.get("holder_kind") or "holder_kind" in found.first:
        return
    is_body = bool(_BODY.search(holder) or frame.desk.shelf(Unit).find(1, holder))
    word = "单位" if is_body else "个人"
    own["holder_kind"] = fields["holder_kind"].read(word).value
    say(Slot(Certificate, "holder"), "fix", f"没有写授予对象，按“{word}”登记")


LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=Target,
        label="上级任务指标",
        titles=("任务指标", "目标任务", "考核指标", "任务分解"),
        needs=("indicator", "target"),
        speaks=("unit_label", "issued_by", "due_on", "weight"),
        headings={
            Slot(Target, "indicator"): ("考核内容", "任务内容", "工作任务", "指标内容", "项目"),
            Slot(Target, "target"): (
                "计划数",
                "目标任务",
                "目标任务数",
                "任务目标",
                "指标数",
                "年度目标值",
            ),
            Slot(Target, "due_on"): ("完成时间", "完成日期", "要求完成时间"),
            Slot(Target, "issued_by"): ("下达部门", "任务来源"),
        },
        readers={"doc_no": read_doc_no},
        maker=_with_whole_percent,
    ),
    SheetType(
        record=Document,
        label="发文登记簿",
        titles=("发文",),
        needs=("doc_no", "title", "issued_on"),
        speaks=("kind", "recipients", "copies", "signed_by"),
        headings={
            Slot(Document, "doc_no"): ("文件编号", "发文编号", "文件字号", "字号"),
            Slot(Document, "title"): ("文件名称", "发文标题", "文件题名", "公文标题"),
            Slot(Document, "issued_on"): ("发文时间", "印发时间", "成文时间", "行文日期"),
            Slot(Document, "kind"): ("公文种类", "文件种类", "类别"),
            Slot(Document, "copies"): ("印数", "印制份数"),
        },
        readers={"doc_no": read_doc_no},
        optional=("kind",),
        maker=_with_kind_and_union,
        waits=(Wait("union", "recipients", lambda one: one.kind == REPLY),),
    ),
    SheetType(
        record=Certificate,
        label="证书登记",
        titles=("证书登记", "证书发放"),
        needs=("number", "holder", "honour"),
        speaks=("kind", "awarded_on", "holder_kind", "reason"),
        headings={
            Slot(Certificate, "number"): ("证书号", "证书号码", "荣誉证书编号"),
            Slot(Certificate, "holder"): ("获奖者", "获得者", "受表彰人", "获奖人员"),
            Slot(Certificate, "honour"): ("荣誉名称", "授予称号", "奖项名称"),
            Slot(Certificate, "awarded_on"): ("授予时间", "发证日期", "颁奖日期"),
        },
        readers={"doc_no": read_doc_no},
        optional=("kind", "holder_kind"),
        maker=_with_kinds,
    ),
)
