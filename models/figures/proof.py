"""The proof of a figure in two lines: how it is reckoned, and what it counts."""

from itertools import groupby

from models.figures.figure import Figure
from models.figures.telling import decisions_in_words
from models.store import Store

NOTHING = "没有记录"


def proof_of(store: Store, figure: Figure) -> tuple[str, str]:
    """Return a line with value and definition, and a line with every record behind it."""
    definition = figure.definition
    reckoned = f"＝{figure.numerator}÷{figure.denominator}" if figure.denominator else ""
    decided = "".join(f"；{words}" for _, words in decisions_in_words(figure, store))
    value = f"{definition.label}：{figure.exact}{reckoned}（{definition.basis}）{decided}"
    return value, _named(store, figure) or NOTHING


def _named(store: Store, figure: Figure) -> str:
    ordered = sorted(figure.records, key=lambda one: one.about.table)
    parts = []
    for _, group in groupby(ordered, key=lambda one: one.about.table):
        records = list(group)
        about = records[0].about
        titles = "、".join(f"{store.title_of(one)}[{one.id}]" for one in records)
        parts.append(f"{about.label}{len(records)}{about.measure}：{titles}")
    return "；".join(parts)
