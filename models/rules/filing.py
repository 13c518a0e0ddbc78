"""Rules of papers that left the house: their days fit, and their figures stay as they were."""

from collections.abc import Iterator

from models.records.reported import FiledFigure, FiledPaper
from models.rules.findings import Completions, Finding, Lookup, Rules, error, warn


def _check_paper(paper: FiledPaper) -> Iterator[Finding]:
    if paper.first and paper.last and paper.last < paper.first:
        yield error("last", "统计截止日早于统计起始日，请核对")
    if paper.first and paper.as_of and paper.as_of < paper.first:
        yield error("as_of", "数据截止日早于统计起始日，请核对")
    if paper.as_of and paper.filed_on and paper.filed_on < paper.as_of:
        yield warn("filed_on", "上报日期早于数据截止日，请核对")


def _check_frozen(filed: FiledFigure, lookup: Lookup) -> Iterator[Finding]:
    kept = lookup.find(FiledFigure, id=filed.id) if filed.id is not None else []
    if kept and kept[0] != filed:
        yield error("shown", "已上报的数字不能改；报错了请重新上报，另登记一份")


CHECKS: Rules = {FiledPaper.about.table: _check_paper}
CHECKS_ACROSS: Rules = {FiledFigure.about.table: _check_frozen}
COMPLETIONS: Completions = {}
