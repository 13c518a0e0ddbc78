"""The numbers of a text that are not dates, years, document numbers or numbers of headings."""

import re
from collections.abc import Iterator

_NOT_COUNTED = re.compile(
    r"\d{4}\s*[—–～~-]\s*\d{4}年|\d{4}年(?:度)?(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日"
    r"|[〔\[【（(]\d{4}[〕\]】）)]第?\d+号?|第\d+|^\s*[（(]?\d{1,2}[）)．.、](?!\d)"
)
_NUMBER = re.compile(
    r"\d+(?:,\d{3})*(?:\.\d+)?(?:%|％|[余多]?[万亿]{0,2}[余多]?(?:人次|家次|户次|场次|[^\W\d_a-zA-Z])?)"
)
_AROUND = 12


def numbers_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield each number with its unit, and with the words around it."""
    spared = _NOT_COUNTED.sub(lambda found: " " * len(found[0]), text)
    for found in _NUMBER.finditer(spared):
        start, end = max(0, found.start() - _AROUND), found.end() + _AROUND
        yield found[0], text[start:end].strip()
