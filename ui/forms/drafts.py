"""Putting a form aside before it is complete, and going on with it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel

from models import drafts
from models.errors import Problem
from models.fields import Link, fields_of
from models.reading import Refused
from models.records.base import Record
from models.records.drafts import Draft
from models.typed import TypedForm, words_of
from models.values.dates import PartialDate
from ui import messages
from ui.forms.editors import Editor
from ui.look import theme
from ui.office import Office

MOST_NAMED = 4


class Drafting:
    """The draft that a form goes on with, if any: its red mark in the header, and its end."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._draft: Draft | None = None
        self.mark = QLabel()
        theme.mark(self.mark, "mark")
        self.mark.hide()

    @property
    def draft_id(self) -> int | None:
        """The number of the draft."""
        return self._draft.id if self._draft else None

    def show(self, draft_id: int | None) -> None:
        """Go on with a draft that is still there, or with none."""
        draft = self._draft = self._office.store.get_or_none(Draft, draft_id)
        if draft is not None:
            self.mark.setText(f"暂存 · 缺{draft.missing}项" if draft.missing else "暂存 · 已填全")
            self.mark.setToolTip(f"还缺：{draft.lacks}" if draft.lacks else "")
        self.mark.setVisible(draft is not None)

    def keeps(self, typed: TypedForm) -> bool:
        """Whether the draft holds all that was typed."""
        kept = drafts.typed_in(self._draft) if self._draft else None
        return kept is not None and all(
            text == kept.texts.get(name, typed.base.get(name, ""))
            for name, text in typed.texts.items()
        )

    def finish(self) -> None:
        """Delete the draft inside the change that saves its record."""
        draft = self._office.store.get_or_none(Draft, self.draft_id)
        if draft is not None:
            self._office.store.delete(draft)

    def put_aside(self, typed: TypedForm, lacks: tuple[str, ...], *, year: int) -> bool:
        """Keep a form as a draft; whether that could be done."""
        try:
            draft = drafts.put_aside(self._office.store, typed, lacks, year=year)
        except Problem as problem:
            messages.show_problem(self.mark.window(), problem)
            return False
        named = "、".join(lacks[:MOST_NAMED]) + ("等" if len(lacks) > MOST_NAMED else "")
        rest = f"，还缺{len(lacks)}项：{named}" if lacks else ""
        self._office.say(f"已暂存{draft.title}{rest}。不计入统计，在列表上方接着填")
        return True


def year_typed(editors: Mapping[str, Editor], record: Record, usual: int) -> int:
    """Return the year to which a form belongs, the usual one when it does not say."""
    name = record.about.year
    try:
        value = editors[name].read(usual).value if name in editors else None
    except Refused:
        return usual
    if isinstance(value, PartialDate):
        return value.year
    found = getattr(value, "year", value)
    return found if isinstance(found, int) else usual


def title_typed(texts: Mapping[str, str], record_type: type[Record]) -> str:
    """Return the words that name what was typed; a part is named after what it belongs to."""
    fields = fields_of(record_type)
    owners = (name for name, one in fields.items() if isinstance(one, Link) and one.is_part)
    names = dict.fromkeys((*owners, *record_type.about.titles))
    found = (words_of(texts.get(name, "")).strip() for name in names)
    return " ".join(dict.fromkeys(word for word in found if word))
