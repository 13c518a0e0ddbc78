"""What the person at this PC likes, kept beside the program's other settings, not in the file."""

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QByteArray, QSettings

from models.computer import settings_folder

NAME = "window.ini"


def zoom() -> float | None:
    """Return how large everything is shown, 1 as made; None while nobody has chosen."""
    try:
        return float(_text("zoom", ""))
    except ValueError:
        return None


def keep_zoom(scale: float) -> None:
    """Show everything in this size from now on."""
    _keep("zoom", f"{scale:g}")


def theme() -> str:
    """Return the name of the chosen colours, blank for the usual ones."""
    return _text("theme", "")


def keep_theme(name: str) -> None:
    """Use these colours from now on."""
    _keep("theme", name)


def key_scheme() -> str:
    """Return the name of the chosen keys, blank for the usual ones."""
    return _text("keys", "")


def keep_key_scheme(name: str) -> None:
    """Use these keys from now on."""
    _keep("keys", name)


def enter_moves() -> bool:
    """Whether Enter goes to the next field of a form."""
    return _text("enter_moves", "yes") == "yes"


def keep_enter_moves(*, is_on: bool) -> None:
    """Let Enter go to the next field, or not, from now on."""
    _keep("enter_moves", "yes" if is_on else "no")


def geometry() -> QByteArray | None:
    """Return where the window stood when it was closed."""
    kept = _settings().value("geometry")
    return kept if isinstance(kept, QByteArray) else None


def keep_geometry(place: QByteArray) -> None:
    """Let the window stand there next time."""
    _keep("geometry", place)


def list_arrangement(name: str) -> str:
    """Return how the list of that name was arranged, blank when it never was."""
    return _text(f"lists/{name}", "")


def keep_list_arrangement(name: str, arrangement: str) -> None:
    """Keep how a list is arranged."""
    _keep(f"lists/{name}", arrangement)


def kept_fields(table: str) -> tuple[str, ...] | None:
    """Return what the next record of a kind takes over from the last, None when never chosen."""
    kept = _text(f"kept/{table}", "unchosen")
    return None if kept == "unchosen" else tuple(name for name in kept.split("|") if name)


def keep_fields(table: str, names: Iterable[str]) -> None:
    """Let the next record of a kind take these fields over from now on."""
    _keep(f"kept/{table}", "|".join(names))


def _text(name: str, usual: str) -> str:
    return str(_settings().value(name, usual))


def _keep(name: str, value: object) -> None:
    settings = _settings()
    settings.setValue(name, value)
    settings.sync()


def _settings() -> QSettings:
    return _opened(str(settings_folder() / NAME))


@cache
def _opened(path: str) -> QSettings:
    # Buttons ask for their keys dozens of times while a form is made.
    return QSettings(path, QSettings.Format.IniFormat)
