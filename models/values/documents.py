"""Document numbers as GB/T 9704 writes them, and the kind of paper that a title names."""

import re

from models.reading import Reading, Refused
from models.values.characters import narrow, quote
from models.values.text import clean

_NUMBER = re.compile(r"(.+?)[〔\[(【（［{](\d{4})年?[〕\])】）］}]第?(\d+)号?")
_USUAL = re.compile(r".+〔\d{4}〕[1-9]\d*号")
_KINDS = ("通知", "意见", "方案", "决定", "批复", "请示", "报告", "函", "纪要", "通报")


def read_doc_no(text: str) -> Reading[str]:
    """Return the number as 代字〔2024〕5号, with other brackets and leading zeros mended."""
    found = clean(text, limit=200)
    if _USUAL.fullmatch(found.value):
        return found
    plain = "".join(narrow(found.value).split())
    parts = _NUMBER.fullmatch(plain)
    if not parts:
        doubt = f"{quote(text)}不像发文字号，一般写成“代字〔2024〕5号”"
        return Reading(found.value, found.repairs, (*found.doubts, doubt))
    if not int(parts[3]):
        raise Refused(f"{quote(text)}的序号是0，请核对")
    number = f"{parts[1]}〔{parts[2]}〕{int(parts[3])}号"
    return Reading(number, (*found.repairs, f"发文字号已改为规范写法“{number}”"), found.doubts)


def kind_in_title(title: str) -> str:
    """Return the kind of paper that a title ends with, such as 批复; blank when it names none."""
    ending = re.sub(r"[（(][^（）()]*[）)]$", "", title.strip())
    return next((kind for kind in _KINDS if ending.endswith(kind)), "")
