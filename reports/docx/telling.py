"""What reading back found, in the clerk's words and as plain data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.figures.figure import Figure
from reports.docx.differences import Difference, Kind

KINDS: Mapping[Kind, str] = {"changed": "手工改动", "lost": "找不到了", "number": "无出处的数字"}
GONE = "已删去"
NO_FIGURE = "—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A difference with the figure's name and what the records say now."""

    kind: str
    label: str
    was: str
    now: str
    current: str
    around: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The finding as a row of a table."""
        return (self.kind, self.label, self.was, self.now, self.current, self.around)


COLUMNS = ("情况", "指标", "导出时", "文件中", "台账现在", "前后文字")


def findings(
    differences: Sequence[Difference], figures: Mapping[str, Figure]
) -> tuple[Finding, ...]:
    """Return differences with the names of their figures and what these are now."""
    return tuple(_finding(one, figures.get(one.code) if one.code else None) for one in differences)


def in_words(found: Sequence[Finding]) -> str:
    """Return one sentence about everything that was found."""
    if not found:
        return "文件中的数字都和导出时一样，没有手工改动。"
    counts = {kind: sum(one.kind == kind for one in found) for kind in KINDS.values()}
    named = "，".join(f"{kind}{count}处" for kind, count in counts.items() if count)
    return f"共有{len(found)}处需要核对：{named}。"


def as_json(differences: Sequence[Difference], figures: Mapping[str, Figure]) -> object:
    """Return what was found as plain data."""
    return [
        {
            "kind": one.kind,
            "bookmark": one.bookmark,
            "figure": one.code,
            "label": told.label,
            "was": one.was,
            "now": one.now,
            "current": told.current,
            "around": one.around,
        }
        for one, told in zip(differences, findings(differences, figures), strict=True)
    ]


def _finding(one: Difference, figure: Figure | None) -> Finding:
    return Finding(
        kind=KINDS[one.kind],
        label=figure.definition.label if figure else one.code or NO_FIGURE,
        was=one.was or NO_FIGURE,
        now=one.now or GONE,
        current=figure.exact if figure else NO_FIGURE,
        around=one.around,
    )
