"""What a text may be measured by: the year it is about, the town's own names, the local words."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.records.reported import WordRule
from models.records.town import Town
from models.store import Store


@dataclass(frozen=True, slots=True)
class Setting:
    """The year and the names that belong in a text; what is blank is not checked."""

    year: int | None = None
    town: str = ""
    unions: tuple[str, ...] = ()
    parent: str = ""
    rules: tuple[WordRule, ...] = ()


def setting_of(store: Store, year: int | None) -> Setting:
    """Return what texts of this office are measured by."""
    return setting_for(store.town(), year, store.all(WordRule))


def setting_for(town: Town, year: int | None, rules: Sequence[WordRule] = ()) -> Setting:
    """Return what texts of a town are measured by."""
    above = [f"{place}总工会" for place in (town.county, town.city) if place]
    names = (town.union_name, town.parent_union, *above)
    return Setting(
        year,
        town.name,
        tuple(one for one in names if one),
        town.parent_union,
        tuple(rules),
    )
