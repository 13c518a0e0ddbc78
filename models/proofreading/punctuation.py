"""Punctuation of official Chinese texts (GB/T 15834-2011, GB/T 9704-2012)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from models.proofreading.findings import Finding, at, without_overlaps
from models.proofreading.patterns import HAN

_FULL: Mapping[str, str] = {
    ",": "，",
    ";": "；",
    ":": "：",
    "?": "？",
    "!": "！",
    "(": "（",
    ")": "）",
    ".": "。",
}
_NEAR = rf"{HAN}“”‘’《》（）％"
_HALF = re.compile(
    rf"(?<=[{_NEAR}])[,;:?!]|(?<=[\d%A-Za-z])[,;:?!](?=[{_NEAR}])|"
    rf"(?<=[{_NEAR}])\.(?=$|[{_NEAR}\s])|\((?=[{_NEAR}])|(?<=[{_NEAR}])\(|(?<=[{_NEAR}])\)|"
    rf"\)(?=[{_NEAR}，。；、])",
    re.MULTILINE,
)
_STRAIGHT = re.compile(rf"[\"](?=[{HAN}])|(?<=[{HAN}])[\"]")
_WIDE = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a％]+")
_DOUBLED = re.compile(r"([，、；：？])\1+|(?<!。)。。(?!。)|,,+|;;+")
_MEETING = re.compile(r"[，、；：][，。；、：！？]|[。！？][，、；：]")
_DOTS = re.compile(r"。{3,}|\.{3,}|(?<!…)…(?!…)|(?<=[一-鿿])·{3,}")
_DASHES = re.compile(rf"(?<=[{HAN}])--+(?=[{HAN}“])|(?<=[{HAN}，])(?<!—)—(?!—)(?=[{HAN}])")
_BETWEEN_TITLES = re.compile(r"(?<=》)、(?=《)|(?<=”)、(?=“)|(?<=〉)、(?=〈)")
_DOC_YEAR = re.compile(
    rf"(?<=[{HAN}])(?P<open>[(（\[［【〔])(?P<year>(?:19|20)?\d\d)(?P<close>[)）\]］】〕])"
    r"(?P<ordinal>第)?(?P<number>\d+)(?P<end>号)"
)
_GAP = re.compile(rf"(?<=[{HAN}，。；：、！？”》）])[ \t\u3000\xa0]+(?=[{HAN}“《（])")
_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad\x00-\x08\x0b-\x1f]+")
_UNREADABLE = re.compile("[\ufffd□\ue000-\uf8ff]+|\\?{2,}|锟斤拷|烫烫")
SHORT_LINE = 20


def check_punctuation(text: str) -> Iterator[Finding]:
    """Yield marks of the wrong width, doubled or misplaced marks, gaps and unreadable signs."""
    yield from without_overlaps(
        (
            *_check_damage(text),
            *_check_doubled(text),
            *_check_forms(text),
            *_check_width(text),
            *_check_gaps(text),
        )
    )


def _check_damage(text: str) -> Iterator[Finding]:
    for found in _UNREADABLE.finditer(text):
        yield at(found, "garbled", "乱码", severity="error", advice="请对照原文改正")
    for found in _INVISIBLE.finditer(text):
        yield at(found, "garbled", "看不见的字符", replacement="")


def _check_doubled(text: str) -> Iterator[Finding]:
    for found in _DOUBLED.finditer(text):
        mark = _FULL.get(found[0][0], found[0][0])
        yield at(found, "doubled_mark", "标点重复", severity="error", replacement=mark)
    for found in _MEETING.finditer(text):
        yield at(found, "doubled_mark", "两个标点连在一起", severity="error", advice="请只留一个")


def _check_forms(text: str) -> Iterator[Finding]:
    for found in _DOTS.finditer(text):
        yield at(found, "form", "省略号是六个点", severity="hint", replacement="……")
    for found in _DASHES.finditer(text):
        yield at(found, "form", "破折号占两个字", severity="hint", replacement="——")
    for found in _BETWEEN_TITLES.finditer(text):
        yield at(found, "form", "相邻的书名号、引号之间不用顿号", severity="hint", replacement="")
    for found in _DOC_YEAR.finditer(text):
        mended = _document_number(found)
        if mended != found[0]:
            yield at(found, "doc_no", "发文字号的写法不对", replacement=mended)


def _document_number(found: re.Match[str]) -> str:
    """Return the year in 〔〕 and the number without 第 and idle zeros (GB/T 9704-2012, 7.2.5)."""
    year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
    return f"〔{year}〕{found['number'].lstrip('0')}号"


def _check_width(text: str) -> Iterator[Finding]:
    """Yield marks of half width once for each line and mark, and letters and digits of full width."""
    counted: dict[tuple[int, str], list[re.Match[str]]] = {}
    for found in _HALF.finditer(text):
        counted.setdefault((text.count("\n", 0, found.start()), found[0]), []).append(found)
    for (_, mark), matches in counted.items():
        times = f"（这一段有{len(matches)}处）" if len(matches) > 1 else ""
        words = f"中文里用了半角的标点{times}"
        finding = at(matches[0], "width", words, replacement=_FULL[mark])
        yield replace(finding, more=tuple(one.start() for one in matches[1:]))
    for found in _STRAIGHT.finditer(text):
        yield at(found, "width", "中文里用了直引号", advice="请改为“ ”")
    for found in _WIDE.finditer(text):
        mended = "".join(chr(ord(one) - 0xFEE0) for one in found[0])
        yield at(found, "width", "数字、字母和百分号用半角", replacement=mended)


def _check_gaps(text: str) -> Iterator[Finding]:
    """Yield gaps between words; short lines are titles and signatures, which are spread."""
    for found in _GAP.finditer(text):
        if _line_length(text, found.start()) > SHORT_LINE:
            yield at(found, "gap", "文字中间有空格", replacement="")


def _line_length(text: str, place: int) -> int:
    end = text.find("\n", place)
    return (len(text) if end < 0 else end) - text.rfind("\n", 0, place) - 1
