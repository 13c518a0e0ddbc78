"""A link and the text that repeats its name help each other: fill one and the other follows."""

from models.fields import Link
from models.reading import Refused
from models.store import Store
from ui.editors import Editor
from ui.options import record_options


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
        exact = [option for option in suggest(words) if option.text == words]
        if len(exact) == 1:
            link.show_value(exact[0].value)

    link.changed.connect(name_it)
    name.left.connect(link_it)


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
