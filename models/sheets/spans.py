"""Two days in one cell, the second of which may leave out what it shares with the first."""

import re

_DAY = re.compile(r"\d{4}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*[日号]?")
_COMPACT = re.compile(r"\s*(\d{8})\s*[-—–~～至到]+\s*(\d{8})\s*")
_UNTIL = r"起?\s*[-—–~～至到]+\s*"
_END = r"\s*[日号]?止?\s*"
_SAME_YEAR = re.compile(
    r"\s*自?((\d{4})\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*[日号]?)"
    rf"{_UNTIL}(\d{{1,2}})\s*[月.\-/]\s*(\d{{1,2}}){_END}"
)
_SAME_MONTH = re.compile(
    r"\s*自?((\d{4}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/])\s*\d{1,2}\s*[日号]?)"
    rf"{_UNTIL}(\d{{1,2}}){_END}"
)
_NO_YEAR = re.compile(
    r"\s*自?(\d{1,2}\s*[月./]\s*\d{1,2}\s*[日号]?)"
    rf"{_UNTIL}(\d{{1,2}}\s*[月./]\s*\d{{1,2}}){_END}"
)
_ONLY_DAY = re.compile(
    rf"\s*自?((\d{{1,2}}\s*[月.])\s*\d{{1,2}}\s*[日号]?){_UNTIL}(\d{{1,2}}){_END}"
)


def read_days(text: str) -> list[str]:
    """Return the days that a cell names, each written in full but for a year that none has."""
    if found := _COMPACT.fullmatch(text):
        return [found[1], found[2]]
    if found := _SAME_YEAR.fullmatch(text):
        return [found[1], f"{found[2]}-{found[3]}-{found[4]}"]
    if found := _SAME_MONTH.fullmatch(text) or _ONLY_DAY.fullmatch(text):
        return [found[1], f"{found[2]}{found[3]}"]
    if found := _NO_YEAR.fullmatch(text):
        return [found[1], found[2]]
    return _DAY.findall(text)
