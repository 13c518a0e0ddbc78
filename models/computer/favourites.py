"""Which figures this person likes to compare, kept with the PC's settings."""

from collections.abc import Iterable

from models.computer.places import settings_folder

_NAME = "compared-figures.txt"


def remember_compared(codes: Iterable[str]) -> None:
    """Keep the codes of the figures to compare next time."""
    folder = settings_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _NAME).write_text("\n".join(codes), encoding="utf-8")


def compared_figures() -> tuple[str, ...]:
    """Return the codes kept last; none when there are none."""
    try:
        text = (settings_folder() / _NAME).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(text.split())
