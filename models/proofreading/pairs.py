"""Quotation marks, brackets and title marks: each needs its other half (GB/T 15834-2011)."""

import re
from collections.abc import Iterator

from models.proofreading.findings import Finding, at

_CLOSING = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "〔": "〕",
    "【": "】",
    "「": "」",
}
_NAMES = {"“": "双引号", "‘": "单引号", "《": "书名号", "〈": "书名号", "「": "引号"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_NUMBERED = re.compile(
    r"(?:^|[\s。；，：:;,、])(?:[0-9a-zA-Z]{1,2}|[①-⑳]|[一二三四五六七八九十]{1,3})$"
)
_EMPTY = re.compile(r"“”|‘’|《》|〈〉|（）|〔〕|【】|「」")
SHOWN = 12
_STOP = re.compile(r"[，。；：！？,;:!?\n]")


def check_pairs(text: str) -> Iterator[Finding]:
    """Yield marks without their other half or without words, and title marks within title marks."""
    for found in _EMPTY.finditer(text):
        yield at(found, "pair", f"{_name(found[0][0])}里面是空的", advice="请补上文字或删去")
    start = 0
    for line in text.split("\n"):
        yield from _check_line(line, start)
        start += len(line) + 1


def _check_line(line: str, start: int) -> Iterator[Finding]:
    opened: list[tuple[str, int]] = []
    for place, mark in enumerate(line):
        if mark in _CLOSING:
            if opened and opened[-1][0] == mark and mark in "“‘（〔【":
                yield _unclosed(line, opened.pop()[1], start)
            elif opened and opened[-1][0] == mark == "《":
                yield _nested(line, place, start)
            opened.append((mark, place))
        elif mark in _OPENING:
            if opened and opened[-1][0] == _OPENING[mark]:
                opened.pop()
                continue
            yield from _close(line, start, opened, place)
    for _, place in opened:
        yield _unclosed(line, place, start)


def _close(line: str, start: int, opened: list[tuple[str, int]], place: int) -> Iterator[Finding]:
    """Yield what a closing mark without its half at hand tells about it or those before it."""
    mark = line[place]
    if any(one == _OPENING[mark] for one, _ in opened):
        while opened[-1][0] != _OPENING[mark]:
            yield _unclosed(line, opened.pop()[1], start)
        opened.pop()
    elif not _is_apostrophe(line, place) and not _is_numbered(line, place):
        yield _finding(line, place, start, f"{_name(_OPENING[mark])}缺前一半")


def _is_apostrophe(line: str, place: int) -> bool:
    return line[place] == "’" and place > 0 and line[place - 1].isascii()


def _is_numbered(line: str, place: int) -> bool:
    return line[place] == "）" and _NUMBERED.search(line[max(0, place - 4) : place]) is not None


def _unclosed(line: str, place: int, start: int) -> Finding:
    return _finding(line, place, start, f"{_name(line[place])}缺后一半")


def _name(opening: str) -> str:
    return _NAMES.get(opening, "括号")


def _nested(line: str, place: int, start: int) -> Finding:
    return _finding(line, place, start, "书名号里面的书名号用“〈〉”", severe=False)


def _finding(line: str, place: int, start: int, text: str, *, severe: bool = True) -> Finding:
    """Return a finding that shows the mark with the words behind it, or before a closing one."""
    if line[place] in _CLOSING:
        stop = _STOP.search(line, place + 1, place + SHOWN)
        words = line[place : stop.start() if stop else place + SHOWN]
        begin = place
    else:
        begin = max(0, place - SHOWN // 2)
        words = line[begin : place + 1]
    return Finding(
        rule="pair",
        text=text,
        severity="error" if severe else "warn",
        words=words,
        start=start + begin,
        advice="请补上另一半" if severe else "",
    )
