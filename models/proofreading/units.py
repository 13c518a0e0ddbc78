"""Measure words: numbers without one, and the same thing counted in two of them."""

import re
from collections.abc import Iterator, Mapping

from models.proofreading.findings import Finding
from models.proofreading.findings import at as found_at
from models.proofreading.patterns import HAN, MEASURES

_COUNTED = "企业|职工|单位|基层工会|工会|会员|农民工|集体合同|合同|家庭|班组|女职工|干部|人员|学生|群众|驿站"
_BARE_BEFORE_NOUN = re.compile(rf"(?<![\d.\-年第月日〕号])(\d+)(?:余|多)?(?=(?:{_COUNTED}))")
_BARE_BEFORE_MARK = re.compile(
    rf"(?<=[{HAN}])(?<![年第号]) ?(\d+)(?:余|多)?(?=[，。；,;](?!\d)|[）)]?$)", re.MULTILINE
)
_CODES = re.compile(
    r"(?:电话|热线|邮编|编码|编号|号码|代码|账号|拨打|微信|传真|QQ|专线|版本)[：:]?$"
)
# What one text should count in one unit; units beside these, such as 家次, count something else.
_UNITS_OF: Mapping[str, tuple[str, ...]] = {
    "企业": ("家", "户", "个", "间"),
    "工会": ("家", "个"),
    "合同": ("份", "个", "项"),
    "培训班": ("期", "个", "场"),
}
_NOUN_THEN_NUMBER = re.compile(
    rf"(企业|工会|合同|培训班)(?:共|达|有|为|已|共有|已有|已达|总数){{0,2}}\d+(?:余|多)?({MEASURES})"
)
_NUMBER_THEN_NOUN = re.compile(
    rf"(?<!\d)\d+(?:余|多)?({MEASURES})(?:[{HAN}]{{0,4}}?)(企业|工会|合同|培训班)(?![{HAN}]{{0,2}}主席|联合会)"
)
# The same people counted once, and each time they came.
_PEOPLE = re.compile(
    r"(培训|慰问|查体|体检|受教育)(?:一线|困难|女)?(?:职工)?\d+(?:余|多)?(人次|人(?!次)|名)"
)


def check_units(text: str) -> Iterator[Finding]:
    """Yield numbers without a measure word, and things that a text counts in two units."""
    for pattern in (_BARE_BEFORE_NOUN, _BARE_BEFORE_MARK):
        for found in pattern.finditer(text):
            if not _is_code(text, found.start(1)):
                yield found_at(
                    found, "unit", "数字后面没有量词", advice="请补上家、人、次等量词", group=1
                )
    yield from _check_same_unit(text)
    yield from _check_people(text)


def _is_code(text: str, place: int) -> bool:
    return _CODES.search(text[max(0, place - 8) : place]) is not None


def _check_same_unit(text: str) -> Iterator[Finding]:
    first: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    for place, noun, unit, words in sorted(_counted(text)):
        if unit not in _UNITS_OF[noun]:
            continue
        before = first.setdefault(noun, unit)
        if unit != before and (noun, unit) not in told:
            told.add((noun, unit))
            yield Finding(
                rule="same_unit",
                text=f"“{noun}”前面用“{before}”计，这里用“{unit}”计",
                severity="hint",
                words=words,
                start=place,
                advice="请统一量词",
            )


def _check_people(text: str) -> Iterator[Finding]:
    first: dict[str, bool] = {}
    for found in _PEOPLE.finditer(text):
        is_each_time = found[2] == "人次"
        if first.setdefault(found[1], is_each_time) != is_each_time:
            before = "人次" if first[found[1]] else "人"
            yield found_at(
                found,
                "same_unit",
                f"“{found[1]}”前面用“{before}”计，这里用“{found[2]}”计",
                severity="hint",
                advice="“人次”和“人”不能混用",
            )


def _counted(text: str) -> Iterator[tuple[int, str, str, str]]:
    for found in _NOUN_THEN_NUMBER.finditer(text):
        yield found.start(), found[1], found[2], found[0]
    for found in _NUMBER_THEN_NOUN.finditer(text):
        yield found.start(), found[2], found[1], found[0]
