"""A link and the text that repeats its name help each other: fill one and the other follows."""

from collections.abc import Mapping

from models.fields import Link
from models.reading import Refused
from models.records import BY_TABLE
from models.store import Store
from ui.forms.editors import Editor
from ui.forms.options import record_options


def tie(link: Editor, name: Editor, store: Store) -> None:
    """Let a picked record name itself, and a name that means one record link itself."""
    kind = link.field
    if not isinstance(kind, Link):
        raise TypeError(kind)
    suggest = record_options(store, kind.to)

    def name_it() -> None:
        picked = _value(link)
        if isinstance(picked, int) and not _value(name):
            name.show_value(store.title_of_id(kind.to, picked))

    def link_it() -> None:
        words = _value(name)
        if not isinstance(words, str) or not words or not link.isEnabled() or _is_filled(link):
            return
        found = suggest(words)
        exact = [option for option in found if option.text == words]
        # Letters alone are no name in these lists: they are initials or the sound of one.
        meant = exact or (found if words.isascii() and words.isalpha() else [])
        if len(meant) == 1:
            name.show_value(meant[0].text)
            link.show_value(meant[0].value)
            link.changed.emit()

    link.changed.connect(name_it)
    name.left.connect(link_it)


def bring(link: Editor, cells: Mapping[str, Editor], store: Store) -> None:
    """Let a picked record fill what the form has under the same name and still blank."""
    kind = link.field
    if not isinstance(kind, Link):
        raise TypeError(kind)

    def fill() -> None:
        picked = _value(link)
        found = store.get_or_none(BY_TABLE[kind.to], picked) if isinstance(picked, int) else None
        for name in kind.brings if found is not None else ():
            if _is_blank(cells[name]):
                cells[name].show_value(getattr(found, name))

    link.changed.connect(fill)


def _is_blank(editor: Editor) -> bool:
    try:
        return editor.field.is_blank(editor.read().value)
    except Refused:
        return False


def _is_filled(editor: Editor) -> bool:
    """Whether anything stands in an editor, readable or not."""
    try:
        return editor.read().value is not None
    except Refused:
        return True


def _value(editor: Editor) -> object:
    try:
        return editor.read().value
    except Refused:
        return None
