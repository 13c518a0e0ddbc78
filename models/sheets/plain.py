"""Cells that are written just as they are kept: most of a list, recognised in one go."""

from collections.abc import Callable, Iterable

from models.fields import CreditCode, Field, Note, Phone, Text
from models.values.credit_code import is_plain_code
from models.values.phone import is_plain_phone
from models.values.text import is_plain_name, is_plain_text

LONGEST = 60


def plain_values(one: Field, texts: Iterable[str]) -> dict[str, object]:
    """Return the values of the texts that need no reading, repair or doubt; the rest is read."""
    is_plain = _test_for(one)
    if is_plain is None:
        return {}
    return {text: text for text in texts if len(text) <= LONGEST and is_plain(text)}


def _test_for(one: Field) -> Callable[[str], object] | None:
    match one:
        case Text(limit=limit) if limit < LONGEST:
            return None
        case Text(is_name=True):
            return is_plain_name
        case Text() | Note():
            return is_plain_text
        case Phone():
            return is_plain_phone
        case CreditCode():
            return is_plain_code
        case _:
            return None
