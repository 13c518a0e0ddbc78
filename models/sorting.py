"""In which order the values of a field stand, as a clerk expects them: words by pinyin."""

from collections.abc import Collection, Sequence
from typing import Any

from models import codes
from models.fields import Choice, Field, Kept, Text
from models.values.pinyin import full_pinyin_of_all


def keys_of(field: Field, values: Collection[Kept]) -> dict[Kept, Any]:
    """Return what orders each of the kept values of a field, none of them blank."""
    if isinstance(field, Choice):
        places = {line.code: n for n, line in enumerate(codes.table(field.codes).lines)}
        return {one: places.get(str(one), len(places)) for one in values}
    if isinstance(field, Text):
        texts = list(values)
        keys = words_keys([str(one) for one in texts])
        return dict(zip(texts, keys, strict=True))
    return {one: one for one in values}


def words_keys(texts: Sequence[str]) -> list[str]:
    """Return what orders words: their pinyin, then the characters themselves."""
    spelt = full_pinyin_of_all(texts)
    return [f"{pinyin}\0{text}" for pinyin, text in zip(spelt, texts, strict=True)]
