"""Years that are no years, and years that do not belong in a text."""

import re
from collections.abc import Iterator

from models.proofreading.findings import Finding, at
from models.proofreading.patterns import HAN

_MASKED = re.compile(
    r"(?<![\dA-Za-z])[xX\uff58\uff38×]?[12][09]\d?[xX\uff58\uff38×*＊]{1,2}(?![A-Za-z\d])"
)
_LONG = re.compile(r"(?<![\d.])\d{5,}年")
_SHORT = re.compile(
    r"(?<![\d.近满历第])(?<!历时)(?<!工龄)\d{2,3}年(?=\d{1,2}月|度|底|初|上半年|下半年|全年|工作)"
)
_SPELT = re.compile(r"[一二][0-9Oo\uff2f\uff10○零〇一二三四五六七八九]{3}年")
_ODD_ZERO = re.compile(r"[0Oo\uff2f\uff10○零]")
_YEAR = re.compile(rf"(?<![\d.〔（(\[【])((?:19|20)\d\d)(?=年)(?!年(?:[{HAN}]{{0,12}}〕))")
_LINE_YEAR = re.compile(r"^\s*((?:19|20)\d\d)年(?:度|以来)?[，,]", re.MULTILINE)
# A line without marks is a title.
_TITLE_YEAR = re.compile(
    rf"^[^\S\n]*[{HAN}]{{0,30}}?(?<!\d)((?:19|20)\d\d)年度?[{HAN}]{{0,20}}(?:总结|汇报|报告)[^\S\n]*$",
    re.MULTILINE,
)
_SINCE = re.compile(r"(?:自|从|早在|始于|创建于|成立于|建于)$")


def check_year_writing(text: str) -> Iterator[Finding]:
    """Yield years with a missing, a masked or a surplus digit."""
    for found in _MASKED.finditer(text):
        yield at(found, "year", "年份没有写完整", severity="error", advice="请写四位数字的年份")
    for found in _LONG.finditer(text):
        yield at(found, "year", "年份多于四位", severity="error", advice="请核对年份")
    for found in _SHORT.finditer(text):
        yield at(found, "year", "年份要写四位数字", advice="请补全年份")
    for found in _SPELT.finditer(text):
        if _ODD_ZERO.search(found[0]):
            mended = _ODD_ZERO.sub("〇", found[0])
            yield at(found, "year", "汉字年份里的零写作“〇”", replacement=mended)


def check_years(text: str, year: int) -> Iterator[Finding]:
    """Yield years other than the text's own and its neighbours, and paragraphs of the year before."""
    for found in _LINE_YEAR.finditer(text):
        if int(found[1]) == year - 1:
            words = f"段首写的是{found[1]}年，不是{year}年"
            yield at(found, "old_year", words, advice="请核对是不是去年的文字", group=1)
    for found in _TITLE_YEAR.finditer(text):
        if int(found[1]) == year - 1:
            words = f"标题写的是{found[1]}年，不是{year}年"
            yield at(found, "old_year", words, advice="请核对是不是去年的标题", group=1)
    for found in _YEAR.finditer(text):
        told = int(found[1])
        if abs(told - year) > 1 and not _SINCE.search(text[: found.start()]):
            yield at(found, "far_year", f"不是{year}年，也不是前后一年", advice="请核对年份")
