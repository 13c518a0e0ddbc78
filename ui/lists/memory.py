"""How the clerk arranged a list: its columns, their widths, what it is sorted by; kept per PC."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from json import JSONDecodeError

from ui import preferences
from ui.lists.columns import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """What is remembered of a list; widths are in characters, so that they fit every zoom."""

    shown: tuple[str, ...] = ()
    widths: Mapping[str, float] = field(default_factory=dict)
    sort: tuple[str, bool] | None = None
    frozen: int = 1

    def columns(self, usual: Sequence[Column], further: Sequence[Column]) -> list[Column]:
        """Return the columns to show, those chosen by the clerk or the usual ones."""
        known = {one.key: one for one in (*usual, *further)}
        chosen = [known[key] for key in self.shown if key in known]
        return chosen or list(usual)


def recall(name: str) -> Arrangement:
    """Return how the list of that name was left; unreadable memories are no memories."""
    try:
        kept = json.loads(preferences.list_arrangement(name) or "{}")
    except JSONDecodeError:
        return Arrangement()
    if not isinstance(kept, dict):
        return Arrangement()
    sort = kept.get("sort")
    return Arrangement(
        shown=tuple(str(one) for one in kept.get("shown", ())),
        widths={str(key): float(width) for key, width in dict(kept.get("widths", {})).items()},
        sort=(str(sort[0]), bool(sort[1])) if sort else None,
        frozen=int(kept.get("frozen", 1)),
    )


def remember(name: str, arrangement: Arrangement) -> None:
    """Keep how a list is arranged."""
    kept = {
        "shown": arrangement.shown,
        "widths": dict(arrangement.widths),
        "sort": arrangement.sort,
        "frozen": arrangement.frozen,
    }
    preferences.keep_list_arrangement(name, json.dumps(kept, ensure_ascii=False))
