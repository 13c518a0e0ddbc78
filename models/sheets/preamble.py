"""What the lines above a header say about all rows: year, cut-off, base date, title, whose list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from models.lists.facts import Facts
from models.reading import Refused
from models.sheets.workbook import Grid
from models.values.dates import read_day

_DAY = r"((?:19|20)\d\d\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?)"
_CUT_OFF = re.compile(rf"(?:截止|截至)(?:日期|时间|到)?\s*[:：]?\s*{_DAY}")
_BASE_DATE = re.compile(rf"基准(?:日期?|时间)\s*[:：]?\s*{_DAY}")
_FILLED_ON = re.compile(rf"(?:填报|填表|制表|统计)(?:日期|时间)\s*[:：]?\s*{_DAY}")
_GIVEN_ON = re.compile(rf"(?:发放|领取|慰问)(?:日期|时间)\s*[:：]\s*{_DAY}")
_YEAR_OF = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年?度")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年")
_BARE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_MONEY_UNIT = re.compile(r"单位\s*[:：]\s*(?:人民币)?\s*(万元|元)(?![一-鿿])")
_REPORTER = re.compile(
    r"(?:单位|企业)(?:名称|全称)?\s*(?:[(（][^)）]*[)）])?\s*[:：]\s*([一-鿿（）()·\w]{4,40})"
)
_CONTRACT = re.compile(r"合同名称\s*[:：]\s*(\S.*)")
# A header, which a list without a title begins with, has more labels.
_MOST_IN_TITLE = 2
_NOT_A_TITLE = re.compile(r"\s*(?:附件|附表|表)\s*[一二三四五六七八九十\d]*\s*[:：]?\s*")
_LABELLED = re.compile(r"^[^:：]{1,10}[:：]")


def read_facts(grid: Grid, lines: int, file_stem: str) -> Facts:
    """Return what the first lines, the sheet's name and the file's name say."""
    texts = list(_texts(grid, lines))
    joined = "\n".join(texts)
    cut_off = _day(_CUT_OFF, joined)
    found = Facts(
        title=_title(list(_texts(grid, lines, most=_MOST_IN_TITLE))),
        cut_off=cut_off,
        filled_on=_day(_FILLED_ON, joined),
        base_date=_day(_BASE_DATE, joined),
        contract_title=_words(_CONTRACT, texts),
        money_unit=_words(_MONEY_UNIT, texts),
        reporter=_words(_REPORTER, texts),
        given_on=_day(_GIVEN_ON, joined),
    )
    undated = re.sub(rf"(?:{_FILLED_ON.pattern})|(?:{_BASE_DATE.pattern})", "", joined)
    year = _first_year(_YEAR_OF, joined) or (cut_off.year if cut_off else None)
    year = year or _first_year(_YEAR, undated) or _first_year(_BARE_YEAR, found.title)
    for name in (grid.name, file_stem):
        year = year or _first_year(_YEAR_OF, name) or _first_year(_YEAR, name)
    for name in (grid.name, file_stem):
        year = year or _first_year(_BARE_YEAR, name)
    return replace(found, year=year)


def _texts(grid: Grid, lines: int, *, most: int | None = None) -> Iterator[str]:
    """Yield the texts of the first lines; with `most`, only of lines that hold no more than that."""
    for row in range(min(lines, len(grid.rows))):
        filled = [text.strip() for text in grid.texts(row) if text.strip()]
        if most is None or len(filled) <= most or len(set(filled)) == 1:
            yield from (text for text, _ in groupby(filled))


def _title(texts: Sequence[str]) -> str:
    for text in texts:
        if not _NOT_A_TITLE.fullmatch(text) and not _LABELLED.match(text):
            return "".join(text.split())
    return ""


def _words(pattern: re.Pattern[str], texts: Sequence[str]) -> str:
    return next((found[1].strip() for text in texts if (found := pattern.search(text))), "")


def _first_year(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    return int(found[1]) if found else None


def _day(pattern: re.Pattern[str], text: str) -> date | None:
    found = pattern.search(text)
    if not found:
        return None
    try:
        return read_day("".join(found[1].split())).value
    except Refused:
        return None
