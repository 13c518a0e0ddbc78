"""What stands in a form, letter for letter: also what cannot be read or is not complete yet."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from models.fields import fields_of
from models.records import BY_TABLE

# Between the words in the line of a picker and the value that was picked with them.
PICKED = "\x1f"
MOST_ON_A_BUTTON = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedForm:
    """A form as it was typed: the text of every field, and what stood there before.

    `record` is None for one that is not saved yet; `scope` names the links that the form could
    not change; `draft` is the draft that was being gone on with. A text under a name that is no
    field's is a line of a page that has lines.
    """

    table: str
    record: int | None
    title: str
    texts: Mapping[str, str]
    base: Mapping[str, str]
    scope: Mapping[str, int] = field(default_factory=dict)
    draft: int | None = None

    @property
    def changed(self) -> tuple[str, ...]:
        """The fields in which something else stands than before."""
        return tuple(name for name in self.texts if self.texts[name] != self.base.get(name, ""))

    @property
    def words(self) -> str:
        """What kind of record this is, and what names it."""
        return f"{self._label} {self.title}".strip()

    @property
    def short_words(self) -> str:
        """The same, short enough for a button."""
        return f"{self._label} {shortened(self.title)}".strip()

    @property
    def _label(self) -> str:
        return BY_TABLE[self.table].about.label

    def lines(self) -> list[tuple[str, str, str]]:
        """Return label, words before and words now of every field that was changed."""
        fields = fields_of(BY_TABLE[self.table])
        changed = self.changed
        names = [
            *(one for one in fields if one in changed),
            *(n for n in changed if n not in fields),
        ]
        return [
            (
                fields[name].label if name in fields else name,
                words_of(self.base.get(name, "")),
                words_of(self.texts[name]),
            )
            for name in names
        ]

    def as_text(self) -> str:
        """Return all of it as JSON."""
        told = {
            "table": self.table,
            "record": self.record,
            "title": self.title,
            "texts": dict(self.texts),
            "base": dict(self.base),
            "scope": dict(self.scope),
            "draft": self.draft,
        }
        return json.dumps(told, ensure_ascii=False)


def typed_from(text: str) -> TypedForm | None:
    """Return what was kept as JSON; None when another version of the program wrote it."""
    try:
        told = json.loads(text)
        if told["table"] not in BY_TABLE:
            return None
        return TypedForm(
            table=str(told["table"]),
            record=None if told["record"] is None else int(told["record"]),
            title=str(told["title"]),
            texts=_texts(told["texts"]),
            base=_texts(told["base"]),
            scope={str(name): int(value) for name, value in told["scope"].items()},
            draft=None if told["draft"] is None else int(told["draft"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def shortened(words: str) -> str:
    """Return a title as it fits on a button."""
    return words if len(words) <= MOST_ON_A_BUTTON else f"{words[:MOST_ON_A_BUTTON]}…"


def words_of(raw: str) -> str:
    """Return what the clerk reads of a field's text."""
    return raw.partition(PICKED)[0]


def _texts(told: object) -> dict[str, str]:
    if not isinstance(told, dict):
        raise TypeError(told)
    return {str(name): str(text) for name, text in told.items()}
