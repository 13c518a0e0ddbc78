"""How a sheet is laid out where the clerk says it better than the program can tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

NO_HEADER = (0, 0)
# Instead of the code of a field: a column whose cells hold both ends of a span of days.
SPAN = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLayout:
    """What the clerk said of one sheet; what is blank the program finds out.

    `kind` is that of the list, `rows` the first and the last row of its header as the spreadsheet
    numbers them, or two zeros when it has none. `columns` maps the letters of a column to the code of the field that it holds, or
    to nothing when it is left out; `constants` maps codes to the text of what all rows share.
    """

    kind: str = ""
    rows: tuple[int, int] | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    is_left_out: bool = False

    @classmethod
    def from_json(cls, content: Any) -> "SheetLayout":
        """Return the layout in a decoded JSON object; TypeError or ValueError when it is none."""
        if not isinstance(content, dict):
            raise TypeError(content)
        rows = content.get("rows")
        if rows is not None and not (
            isinstance(rows, list)
            and len(rows) == 2
            and all(isinstance(one, int) and one >= 0 for one in rows)
            and rows[0] <= rows[1]
        ):
            raise ValueError(rows)
        return cls(
            kind=str(content.get("kind") or ""),
            rows=(rows[0], rows[1]) if rows else None,
            columns=_texts(content.get("columns") or {}),
            constants=_texts(content.get("constants") or {}),
            is_left_out=bool(content.get("is_left_out")),
        )


NOTHING = SheetLayout()


def _texts(found: Any) -> dict[str, str]:
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise TypeError(found)
    return {str(key): text for key, text in found.items()}
