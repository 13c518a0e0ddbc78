"""约数: words for about, at least and more that say the same twice (GB/T 15835-2011 5.3)."""

import re
from collections.abc import Iterator

from models.proofreading.findings import Finding, at
from models.proofreading.patterns import MEASURES, NUMBER, PERCENT

_ABOUT = re.compile(
    r"(?P<before>大约|(?<![签合契公条特节续履违预集誓失])约|将近|(?<![附最临接就亲远靠贴])近|"
    r"至少|超过|不少于|不低于|多达)?"
    rf"(?P<number>(?<![\d.]){NUMBER})(?P<wan>[万亿])?(?P<rest>余|多|来)?"
    rf"(?:{MEASURES}|{PERCENT}|岁|年|天|日)?(?P<after>左右|上下|以上)?"
)


def check_about(text: str) -> Iterator[Finding]:
    """Yield numbers that two words call about, at least or more: 约…左右, 近…余, 超过…以上."""
    for found in _ABOUT.finditer(text):
        said = [found[name] for name in ("before", "rest", "after") if found[name]]
        if len(said) > 1:
            words = "和".join(f"“{one}”" for one in said)
            yield at(found, "about", f"{words}意思重复", advice="请只留一个")
