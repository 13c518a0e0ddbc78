"""Findings in words and as machine-readable answers."""

from collections.abc import Sequence

from models.proofreading.findings import HEADING, Finding

ALL_RIGHT = "逻辑正确"
LEVELS = {"error": "错误", "warn": "疑问", "hint": "提示"}


def state_words(findings: Sequence[Finding]) -> str:
    """Return how a check ended; hints do not keep a summary from being 逻辑正确."""
    hints = sum(one.severity == "hint" for one in findings)
    count = len(findings) - hints
    if count:
        return f"还有 {count} 处要看" + (f"，另有 {hints} 处提示" if hints else "")
    return f"{ALL_RIGHT}，另有 {hints} 处提示" if hints else ALL_RIGHT


def in_words(findings: Sequence[Finding]) -> str:
    """Return the state and a line for each finding."""
    lines = [f"{LEVELS[one.severity]}\t{_place(one)}\t{one.sentence}" for one in findings]
    return "\n".join((state_words(findings), *lines))


def as_json(findings: Sequence[Finding]) -> dict[str, object]:
    """Return the findings as plain data."""
    return {
        "is_right": all(one.severity == "hint" for one in findings),
        "state": state_words(findings),
        "findings": [_plain(one) for one in findings],
    }


def _plain(one: Finding) -> dict[str, object]:
    return {
        "rule": one.rule,
        "severity": one.severity,
        "text": one.text,
        "words": one.words,
        "start": one.start,
        "end": one.end,
        "advice": one.advice,
        "replacement": one.replacement,
        "figures": list(one.figures),
        "section": one.section,
        "paragraph": one.paragraph,
    }


def _place(one: Finding) -> str:
    if not one.words:
        return "数据"
    if one.paragraph is None:
        return f"第{one.start + 1}字"
    if one.paragraph == HEADING:
        return f"{one.section or '总'}标题"
    return f"{one.section}第{one.paragraph + 1}段"
