"""Disclosure, congresses and harmonious enterprises, counted plainly."""

from collections.abc import Mapping

from tests.models.figures.recount.organisation import above_scale, latest
from tests.models.figures.recount.town import Answer, Recount, Row, Town, end, part, total

REVIEW = ("satisfied", "fairly_satisfied", "dissatisfied")


def ticking(name: str) -> Recount:
    """Return what counts the units whose row of the year ticks something."""
    return lambda town: len(town.units(row for row in town.of_year("dm_year") if row[name]))


def disclosing(town: Town) -> set[object]:
    """Return the units above scale that disclose."""
    large = {row["id"] for row in above_scale(town)}
    known = latest(town)
    return {
        unit
        for row in town.of_year("dm_year")
        if row["has_disclosure"]
        and ((unit := town.unit(row)) in large or (row["is_above_scale"] and unit not in known))
    }


def disclosure(town: Town) -> Answer:
    """Return how many of those above scale disclose."""
    found = disclosing(town)
    return len(found), len(found | {row["id"] for row in above_scale(town)})


def proposals(town: Town, *verdicts: str) -> list[Row]:
    """Return the proposals of the span."""
    found = town.during("dm_proposal", "proposed_on")
    return [row for row in found if not verdicts or row["verdict"] in verdicts]


def done(town: Town) -> list[Row]:
    """Return the filed proposals that are done."""
    return [row for row in proposals(town, "1") if town.reached(row["done_on"])]


def named(town: Town) -> Answer:
    """Return the units that hold the title of a harmonious enterprise."""
    return len(
        town.units(
            row
            for row in town.rows("harmony")
            if row["status"] in ("4", "5")
            and not (row["valid_to"] and end(row["valid_to"]) < town.as_of)
            and (
                town.reached(row["named_on"])
                if row["named_on"]
                else (row["year"] or 0) <= town.year
            )
        )
    )


def applied(town: Town) -> Answer:
    """Return the applications for that title."""
    return sum(
        town.inside(row["applied_on"]) if row["applied_on"] else row["year"] == town.year
        for row in town.rows("harmony")
    )


FIGURES: Mapping[str, Recount] = {
    "dm_disclosed": lambda town: len(disclosing(town)),
    "dm_rate": disclosure,
    "dm_units": ticking("has_disclosure"),
    "dm_congress": lambda town: len(
        town.units(r for r in town.of_year("dm_year") if r["congress_kind"] not in ("", "0"))
    ),
    "dm_directors": ticking("has_director"),
    "dm_supervisors": ticking("has_supervisor"),
    "dm_mediation": ticking("has_mediation"),
    "dm_columns": ticking("has_column"),
    "dm_safety_delegates": ticking("has_safety_delegate"),
    "dm_delegates": lambda town: total(town.during("dm_congress", "held_on"), "attended"),
    "dm_delegates_women": lambda town: total(town.during("dm_congress", "held_on"), "women"),
    "dm_disclosures": lambda town: len(town.during("dm_disclose", "started_on")),
    "dm_disclosing_units": lambda town: len(town.units(town.during("dm_disclose", "started_on"))),
    "dm_congresses_held": lambda town: len(town.during("dm_congress", "held_on")),
    "dm_congress_units": lambda town: len(
        town.units(
            row
            for row in town.during("dm_congress", "held_on")
            if row["unit"] is not None or row["unit_name"]
        )
    ),
    "dm_reviews": lambda town: sum(
        None not in (votes := [row[name] for name in REVIEW]) and any(votes)
        for row in town.during("dm_congress", "held_on")
    ),
    "dm_proposals": lambda town: len(proposals(town)),
    "dm_proposals_filed": lambda town: len(proposals(town, "1")),
    "dm_proposals_done": lambda town: len(done(town)),
    "dm_proposal_rate": lambda town: (len(done(town)), len(proposals(town, "1"))),
    "dm_proposal_satisfaction": lambda town: part(
        [row for row in done(town) if row["satisfaction"]],
        lambda row: row["satisfaction"] in ("1", "2"),
    ),
    "harmony_named": named,
    "harmony_applied": applied,
}
