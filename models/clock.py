"""The one place that reads the clock."""

from datetime import date, datetime


def now() -> datetime:
    """Return this moment with the PC's own UTC offset."""
    return datetime.now().astimezone()  # noqa: TID251 - the one place that may


def today() -> date:
    """Return this PC's calendar day."""
    return now().date()


def stamp() -> str:
    """Return this moment as ISO text to the second, with the UTC offset."""
    return now().isoformat(timespec="seconds")
