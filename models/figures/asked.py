"""Figures about what the county asks: this year's target, how far it is met, next year's.

Of a figure such as unions_new, `unions_new_asked` is the year's target, `unions_new_reached` the
share of it that is done and `unions_new_planned` the target of the year after; `targets_counted`,
`targets_met` and `targets_missed` are how many of the year's targets the file can count, and how
they ended. A target that no figure counts is none of these.
"""

from collections.abc import Callable, Mapping

from models.figures.figure import Count, Definition, Figure, Ledger, Quantity, share
from models.records.papers import Target
from models.values.money import FEN_OF

HUNDREDTHS = 100


def is_about_targets(code: str, definitions: Mapping[str, Definition]) -> bool:
    """Whether a code is one of these."""
    of, _, part = code.rpartition("_")
    return code in _TALLIES or (part in _PARTS and of in definitions)


def derived(code: str, figures: Mapping[str, Figure], ledger: Ledger) -> Figure:
    """Return a figure about the targets of the ledger's year; KeyError for a code of another kind."""
    if code in _TALLIES:
        return _tally(code, figures).compute(ledger)
    of, _, part = code.rpartition("_")
    return _PARTS[part](figures[of]).compute(ledger)


def targets_of(ledger: Ledger, year: int) -> dict[str, Target]:
    """Return the year's targets by the figure that counts them, the first when there are several."""
    found: dict[str, Target] = {}
    for one in ledger.all(Target):
        if one.year == year and one.figure and one.target is not None:
            found.setdefault(one.figure, one)
    return found


def in_unit_of(definition: Definition, target: Target) -> Quantity | None:
    """Return what a target asks, in the unit of the figure that counts it."""
    if target.target is None:
        return None
    asked = target.target
    if definition.unit == "元" and target.unit_label in FEN_OF:
        asked = asked * FEN_OF[target.unit_label] / FEN_OF["元"]
    return int(asked) if asked == int(asked) else asked


def is_met(figure: Figure, target: Target) -> bool:
    """Whether a figure is as much as a target asks."""
    asked = in_unit_of(figure.definition, target)
    return asked is not None and figure.value is not None and figure.value >= asked


def can_tell(figure: Figure) -> bool:
    """Whether a figure can be held against a target: it has a value, no share of more than all."""
    if figure.value is None:
        return False
    if figure.definition.kind != "rate" or figure.numerator is None:
        return True
    return figure.denominator is not None and figure.numerator <= figure.denominator


def _asked(figure: Figure) -> Definition:
    label = f"{figure.definition.label}（上级任务）"
    return _number(figure, "asked", label, lambda ledger: ledger.period.year)


def _planned(figure: Figure) -> Definition:
    label = f"{figure.definition.label}（下年任务）"
    return _number(figure, "planned", label, lambda ledger: ledger.period.year + 1)


def _number(figure: Figure, part: str, label: str, year_of: Callable[[Ledger], int]) -> Definition:
    def count(ledger: Ledger) -> Count:
        target = targets_of(ledger, year_of(ledger)).get(figure.code)
        if target is None:
            return Count(None)
        return Count(in_unit_of(figure.definition, target), (target,))

    return Definition(
        code=f"{figure.code}_{part}",
        label=label,
        unit=figure.definition.unit,
        kind="stock",
        basis=f"上级任务中对应数字为“{figure.definition.label}”的目标",
        count=count,
    )


def _reached(figure: Figure) -> Definition:
    def count(ledger: Ledger) -> Count:
        target = targets_of(ledger, ledger.period.year).get(figure.code)
        asked = in_unit_of(figure.definition, target) if target else None
        if not asked or figure.value is None:
            return Count(None)
        done, whole = (int(one * HUNDREDTHS) for one in (figure.value, asked))
        counted = share(done, whole, figure.records)
        return Count(counted.value, counted.records, figure.value, asked)

    return Definition(
        code=f"{figure.code}_reached",
        label=f"{figure.definition.label}（任务完成率）",
        unit="%",
        kind="rate",
        basis=f"{figure.definition.label} ÷ 上级任务中的目标",
        count=count,
    )


def _tally(code: str, figures: Mapping[str, Figure]) -> Definition:
    label, basis, wanted = _TALLIES[code]

    def count(ledger: Ledger) -> Count:
        targets = targets_of(ledger, ledger.period.year)
        known = {name: one for name, one in targets.items() if can_tell(figures[name])}
        found = [
            one
            for name, one in known.items()
            if wanted is None or is_met(figures[name], one) == wanted
        ]
        return Count(len(found), tuple(found))

    return Definition(code=code, label=label, unit="项", kind="stock", basis=basis, count=count)


_PARTS: Mapping[str, Callable[[Figure], Definition]] = {
    "asked": _asked,
    "reached": _reached,
    "planned": _planned,
}
_TALLIES: Mapping[str, tuple[str, str, bool | None]] = {
    "targets_counted": (
        "台账能核定的上级任务",
        "本年度上级任务中选了对应数字、台账里有这一项数字的，同一数字算一项",
        None,
    ),
    "targets_met": ("已完成的上级任务", "台账能核定的上级任务中，数字不少于目标的", True),
    "targets_missed": ("未完成的上级任务", "台账能核定的上级任务中，数字少于目标的", False),
}
