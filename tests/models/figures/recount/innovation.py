"""Contests, suggestions, patents, technical projects and model workers, counted plainly."""

from collections.abc import Mapping

from tests.models.figures.recount.town import (
    Answer,
    Recount,
    Row,
    Town,
    begin,
    by,
    end,
    total,
    yuan,
)


def contests(town: Town, *kinds: str) -> list[Row]:
    """Return the contests that began in the span."""
    found = town.during("comp_event", "started_on")
    return [row for row in found if not kinds or row["kind"] in kinds]


def contests_of(*kinds: str) -> Recount:
    """Return what counts contests of some kinds."""
    return lambda town: len(contests(town, *kinds))


def participants(*kinds: str) -> Recount:
    """Return what adds up who took part: by the results, else as reported."""

    def count(town: Town) -> Answer:
        results = by(town.rows("comp_result"), lambda row: row["contest"])
        return sum(
            len(results.get(row["id"], ())) or row["headcount"] or 0
            for row in contests(town, *kinds)
        )

    return count


def results(*names: str) -> Recount:
    """Return what counts the results of the span's contests with something filled in."""

    def count(town: Town) -> Answer:
        ids = {row["id"] for row in contests(town)}
        return sum(
            row["contest"] in ids and any(row[name] for name in names)
            for row in town.rows("comp_result")
        )

    return count


def patents(day: str, *kinds: str) -> Recount:
    """Return what counts patents by their day, each number once."""
    return lambda town: len(
        {
            row["apply_no"] or row["id"]
            for row in town.during("patent", day)
            if not kinds or row["kind"] in kinds
        }
    )


def under_way(town: Town, kind: str) -> list[Row]:
    """Return the items of a kind whose work and the span overlap."""
    found = []
    last = min(town.last, town.as_of)
    for row in town.rows("tech_item"):
        if row["kind"] != kind or row["stage"] not in ("2", "3", "4"):
            continue
        start, stop = row["started_on"], row["done_on"]
        if not start:
            fits = town.inside(stop)
        elif stop:
            fits = begin(start) <= last and end(stop) >= town.first
        elif row["stage"] == "2":
            fits = begin(start) <= last
        else:
            fits = town.inside(start)
        if fits:
            found.append(row)
    return found


def items(kind: str) -> Recount:
    """Return what counts those items."""
    return lambda town: len(under_way(town, kind))


def finished_benefit(town: Town) -> Answer:
    """Return the benefit of what was finished."""
    return yuan(total(town.during("tech_item", "done_on", stage=("3", "4")), "benefit"))


def best_titles(town: Town) -> dict[object, str]:
    """Return the best grade of each living holder of a title."""
    found: dict[object, str] = {}
    for row in holders(town):
        person = who(town, row)
        found[person] = min(found.get(person, "9"), row["grade"])
    return found


def holders(town: Town) -> list[Row]:
    """Return the titles of living holders."""
    return [
        row
        for row in town.rows("model_person")
        if row["life_state"] not in ("3", "4") and town.reached(row["awarded_on"])
    ]


def who(town: Town, row: Row) -> object:
    """Return the same for rows about one person."""
    return row["person"] or row["id_no"] or (row["person_name"], town.unit(row))


def suggestions(name: str, blank: int = 0) -> Recount:
    """Return what adds up a column of the suggestions of the span."""
    return lambda town: total(town.during("suggestion", "suggested_on"), name, blank)


FIGURES: Mapping[str, Recount] = {
    "comp_sessions": lambda town: total(contests(town, "2", "3"), "sessions", 1),
    "comp_people": participants("2", "3"),
    "comp_events": contests_of(),
    "comp_participants": participants(),
    "labour_contests": contests_of("1"),
    **{f"comp_kind_{kind}": contests_of(str(kind)) for kind in range(2, 7)},
    "comp_honoured": results("award", "honour"),
    "comp_promoted": results("level_after"),
    "sugg_qty": suggestions("quantity", 1),
    "sugg_adopted": suggestions("adopted_count"),
    "sugg_done": suggestions("done_count"),
    "sugg_benefit": lambda town: yuan(total(town.during("suggestion", "suggested_on"), "benefit")),
    "patents_invention": patents("applied_on", "1"),
    "patents_utility": patents("applied_on", "2"),
    "patents_design": patents("applied_on", "3"),
    "patents_applied": patents("applied_on"),
    "patents_granted": patents("granted_on"),
    "patents_invention_granted": patents("granted_on", "1"),
    "tech_projects": items("1"),
    "tech_innovations": items("2"),
    "tech_problems": items("3"),
    "tech_methods": items("4"),
    "tech_inventions": items("5"),
    "tech_invested": lambda town: yuan(total(under_way(town, "1"), "invested")),
    "tech_workshops": lambda town: sum(
        row["kind"] == "6"
        and row["stage"] in ("2", "3", "4")
        and (not row["started_on"] or town.reached(row["started_on"]))
        for row in town.rows("tech_item")
    ),
    "tech_benefit": finished_benefit,
    "model_people": lambda town: len(best_titles(town)),
    **{
        f"model_people_{grade}": lambda town, grade=grade: sum(
            one == str(grade) for one in best_titles(town).values()
        )
        for grade in range(1, 6)
    },
    "model_people_new": lambda town: len(town.during("model_person", "awarded_on")),
    "model_hardship": lambda town: len(
        {who(town, row) for row in holders(town) if row["is_hardship"]}
    ),
}
