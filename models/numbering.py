"""The next number of a register: one above the highest that the year already has."""

import re
from collections.abc import Iterable

from models.records.papers import Certificate, Document
from models.store import Store

CERTIFICATE_DIGITS = 3
_CERTIFICATE = re.compile(r"(\d{4})-(\d+)")
_DOCUMENT = re.compile(r"(.+)〔(\d{4})〕(\d+)号")


def next_certificate_number(store: Store, year: int) -> str:
    """Return the number for the year's next certificate, such as 2024-003."""
    found = (_CERTIFICATE.fullmatch(one.number) for one in store.all(Certificate))
    taken = (int(one[2]) for one in found if one and int(one[1]) == year)
    return f"{year}-{_after(taken):0{CERTIFICATE_DIGITS}d}"


def next_document_number(store: Store, year: int) -> str:
    """Return the number for the year's next document; blank while the town has no prefix."""
    prefix = store.town().doc_prefix
    if not prefix:
        return ""
    found = (_DOCUMENT.fullmatch(one.doc_no) for one in store.all(Document))
    taken = (int(one[3]) for one in found if one and one[1] == prefix and int(one[2]) == year)
    return f"{prefix}〔{year}〕{_after(taken)}号"


def _after(taken: Iterable[int]) -> int:
    return max(taken, default=0) + 1
