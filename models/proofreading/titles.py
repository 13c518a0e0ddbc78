"""Titles of papers and newspapers that stand without 《》."""

import re
from collections.abc import Iterator

from models.proofreading.findings import Finding, at
from models.proofreading.patterns import HAN

_PAPER = re.compile(
    rf"(?:印发|下发|制定|制订|出台|签订){{1,2}}了?([{HAN}“”、xX\d]{{5,40}}?(?:实施意见|实施方案|工作方案|管理办法|实施办法|"
    r"暂行办法|合同书|特别规定))"
)
_LAW = re.compile(
    r"(?<![《〈一-鿿])((?:中华人民共和国)?(?:工会法|劳动法|劳动合同法|安全生产法|职业病防治法|妇女权益保障法|"
    r"女职工劳动保护特别规定))(?![》〉])"
)
_NEWSPAPER = re.compile(
    rf"(?<=[在被于])([{HAN}]{{2,6}}报)(?=[一二三四头要]版|刊发|刊登|刊载|发表|报道)"
)
_EXEMPT = re.compile(r"[。，；的]")


def check_titles(text: str) -> Iterator[Finding]:
    """Yield titles of documents, laws and newspapers without title marks."""
    for found in _PAPER.finditer(text):
        if not _EXEMPT.search(found[1]):
            yield _bare(found)
    for pattern in (_LAW, _NEWSPAPER):
        for found in pattern.finditer(text):
            yield _bare(found)


def _bare(found: re.Match[str]) -> Finding:
    return at(
        found,
        "title",
        "文件、报刊的名称要加书名号",
        severity="hint",
        replacement=f"《{found[1]}》",
        group=1,
    )
