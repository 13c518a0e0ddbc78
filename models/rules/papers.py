"""Checks on documents, targets, certificates, campaigns' papers and democratic management."""

import re
from collections.abc import Iterator
from dataclasses import replace

from models import codes
from models.records.democracy import DemocracyYear
from models.records.papers import Certificate, Document, Target
from models.records.town import Town
from models.rules.findings import Completions, Finding, Rules, error, warn

REPLY = "5"
NUMBER = re.compile(r"^.+〔\d{4}〕[1-9]\d*号$")
# A union's own committees are founded by replies of their own, which found no union.
WHOLE_UNION = r"(成立|组建|建立).*工会(?!(委员会)?(女职工|经费审查|经审))"
FOUNDING = re.compile(f"同意.*{WHOLE_UNION}|{WHOLE_UNION}.*批复|同意.*建会")
RENEWAL = re.compile(r"换届")
RESULT = re.compile(r"选举结果")


def check_document(document: Document) -> Iterator[Finding]:
    """Yield numbers that GB/T 9704-2012 §7.2.5 does not allow, or that are of another year."""
    if document.doc_no and not NUMBER.match(document.doc_no):
        yield warn("doc_no", "发文字号应写成“代字〔2024〕5号”的样子，年份用六角括号，序号不补零")
        return
    year = re.search(r"〔(\d{4})〕", document.doc_no)
    if year and document.issued_on and int(year.group(1)) != document.issued_on.year:
        yield warn("issued_on", "成文日期与发文字号中的年份不一致")


def complete_document(document: Document) -> Document:
    """Tell from its title what a reply agrees to."""
    if document.kind != REPLY or document.matter:
        return document
    for pattern, matter in ((RESULT, "3"), (RENEWAL, "2"), (FOUNDING, "1")):
        if pattern.search(document.title):
            return replace(document, matter=matter)
    return document


def check_target(target: Target) -> Iterator[Finding]:
    """Yield a target of nothing, a share of more than all, or one whose work the file cannot count."""
    if target.target is not None and target.target <= 0:
        yield error("target", "年度目标应大于0")
    line = codes.table("figure").by_code.get(target.figure)
    if line and line.extra["unit"] == "%" and (target.target or 0) > 100:
        yield warn("target", f"“{line.name}”的目标超过100%，请核对")
    if not target.figure:
        yield warn("figure", "没有对应数字，完成数要自己填")


def complete_target(target: Target) -> Target:
    """Tell from its words which figure a target is about."""
    if target.figure or not target.indicator:
        return target
    line = codes.table("target_figure").by_spelling.get(target.indicator)
    return replace(target, figure=line.code) if line else target


def check_democracy(data: DemocracyYear) -> Iterator[Finding]:
    """Yield a board without disclosure."""
    if data.has_column and not data.has_disclosure:
        yield warn("has_disclosure", "有公开栏却没有勾选厂务公开，请核对")
    if data.score is not None and data.score > 100:
        yield warn("score", "考核分超过100分，请核对")


def check_certificate(certificate: Certificate) -> Iterator[Finding]:
    """Yield a name that does not fit on a certificate."""
    if certificate.holder_kind == "1" and len(certificate.holder) > 20:
        yield error("holder", "姓名最多20个字")


def check_town(town: Town) -> Iterator[Finding]:
    """Yield a town without the prefix of its documents."""
    if not town.doc_prefix:
        yield warn("doc_prefix", "没有发文代字，登记发文时不能自动编号")


CHECKS: Rules = {
    "town": check_town,
    "dm_year": check_democracy,
    "task_target": check_target,
    "document": check_document,
    "certificate": check_certificate,
}
CHECKS_ACROSS: Rules = {}
COMPLETIONS: Completions = {"task_target": complete_target, "document": complete_document}
