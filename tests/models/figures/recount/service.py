"""Visits, questionnaires, issues, venues and cases, counted plainly."""

from collections.abc import Mapping

from tests.models.figures.recount.town import (
    Answer,
    Recount,
    Row,
    Town,
    begin,
    by,
    part,
    table,
    total,
    yuan,
)

DISSATISFIED = "3"
FINAL = ("1", "2", "3", "4", "5")
SETTLED, JUDGED = ("1", "2", "6"), ("1", "2", "3", "6")


def visits(town: Town) -> list[Row]:
    """Return the visits of the span."""
    return town.during("visit", "visited_on")


def talked(town: Town) -> Answer:
    """Return with how many workers they talked: as listed, else as reported."""
    listed = by(town.rows("visit_talk"), lambda row: row["visit"])
    return sum(len(listed.get(r["id"], ())) or r["talk_count"] or 0 for r in visits(town))


def talked_people(town: Town) -> Answer:
    """Return the different workers who are listed."""
    ids = {row["id"] for row in visits(town)}
    return len(
        {
            row["person"] or (row["person_name"], town.unit(row))
            for row in town.rows("visit_talk")
            if row["visit"] in ids
        }
    )


def drives(town: Town) -> Answer:
    """Return the drives that ran at some time of the span."""
    return sum(
        bool(row["started_on"])
        and row["started_on"] <= min(town.last, town.as_of)
        and not (row["ended_on"] and row["ended_on"] < town.first)
        for row in town.rows("svc_campaign")
    )


def sheets(name: str) -> Recount:
    """Return what adds up sheets."""
    return lambda town: total(town.during("survey", "surveyed_on"), name)


def sheet_rate(over: str, under: str) -> Recount:
    """Return what tells the share of sheets where both numbers are told."""

    def count(town: Town) -> Answer:
        rows = [
            row
            for row in town.during("survey", "surveyed_on")
            if row[over] is not None and row[under] is not None
        ]
        return total(rows, over), total(rows, under)

    return count


def issues(town: Town, *sources: str) -> list[Row]:
    """Return the issues of the span."""
    found = town.during("issue", "received_on")
    return [row for row in found if not sources or row["source"] in sources]


def is_solved(town: Town, row: Row) -> bool:
    """Whether an issue is solved to the content of who raised it."""
    day = row["solved_on"] or row["closed_on"]
    return bool(
        row["result"] == "1"
        and row["satisfaction"] != DISSATISFIED
        and not (day and day > town.as_of)
    )


def is_open(town: Town, row: Row) -> bool:
    """Whether an issue still waits for its end."""
    if row["satisfaction"] == DISSATISFIED:
        return True
    if row["closed_on"] and row["closed_on"] <= town.as_of:
        return False
    is_late = bool(row["solved_on"]) and row["solved_on"] > town.as_of
    return row["result"] not in FINAL or is_late


def overdue(town: Town) -> Answer:
    """Return the issues past their last day."""
    rules = {line["code"]: line["rule"] for line in table("appeal_urgency")}
    count = 0
    for row in town.rows("issue"):
        if town.reached(row["received_on"]) and is_open(town, row):
            rule = rules[row["urgency"] or "1"]
            due = row["due_on"] or town.deadline(rule, row["received_on"])
            count += bool(due and due < town.as_of)
    return count


def venues(town: Town, *kinds: str) -> list[Row]:
    """Return the venues in use."""
    found = []
    for row in town.rows("venue"):
        closed = row["closed_on"]
        is_shut = begin(closed) <= town.as_of if closed else row["status"] == "2"
        has_opened = not row["opened_on"] or town.reached(row["opened_on"])
        if has_opened and not is_shut and (not kinds or row["kind"] in kinds):
            found.append(row)
    return found


def venues_of(*kinds: str) -> Recount:
    """Return what counts venues of some kinds."""
    return lambda town: len(venues(town, *kinds))


def cases(town: Town) -> list[Row]:
    """Return the cases accepted in the span."""
    return [row for row in town.during("rights_case", "received_on") if not row["refusal"]]


def cases_with(name: str, code: str) -> Recount:
    """Return what counts the cases in which a choice is one code."""
    return lambda town: sum(row[name] == code for row in cases(town))


def settled(town: Town, *causes: str) -> list[Row]:
    """Return the cases closed with success."""
    found = town.during("rights_case", "closed_on", result=SETTLED)
    return [row for row in found if not causes or row["cause"] in causes]


def recovered(town: Town) -> Answer:
    """Return what workers got."""
    rows = [row for row in settled(town) if row["paid"] or row["amount"]]
    fen = sum((row["amount"] if row["paid"] is None else row["paid"]) or 0 for row in rows)
    return yuan(fen) if rows else None


def letters(town: Town, *kinds: str) -> list[Row]:
    """Return the letters of supervision of the span."""
    found = town.during("law_letter", "issued_on")
    return [row for row in found if not kinds or row["kind"] in kinds]


def letters_of(kind: str) -> Recount:
    """Return what counts the letters of one kind."""
    return lambda town: len(letters(town, kind))


FIGURES: Mapping[str, Recount] = {
    "svc_campaigns": drives,
    "visit_units": lambda town: len(town.units(visits(town))),
    "visit_times": lambda town: len(visits(town)),
    "visit_talk": talked,
    "visit_people": talked_people,
    "visit_led": lambda town: sum(
        row["leader_rank"] in ("2", "3", "4", "5") for row in visits(town)
    ),
    "surveys": lambda town: len(town.during("survey", "surveyed_on")),
    "survey_issued": sheets("issued"),
    "survey_returned": sheets("returned"),
    "survey_return_rate": sheet_rate("returned", "issued"),
    "survey_valid_rate": sheet_rate("valid", "returned"),
    "issues": lambda town: len(issues(town)),
    "issues_petitions": lambda town: len(issues(town, "4", "5", "6", "7")),
    "issues_solved": lambda town: sum(is_solved(town, row) for row in issues(town)),
    "issues_rate": lambda town: part(issues(town), lambda row: is_solved(town, row)),
    "issues_satisfied_rate": lambda town: part(
        [row for row in issues(town) if row["satisfaction"]],
        lambda row: row["satisfaction"] in ("1", "2"),
    ),
    "issues_people": lambda town: total(issues(town), "headcount", 1),
    "issues_overdue": overdue,
    "venues": venues_of(),
    "venues_home": venues_of("1"),
    "venues_library": venues_of("2"),
    "venues_station": venues_of("3"),
    **{f"venues_kind_{kind}": venues_of(str(kind)) for kind in range(4, 9)},
    "venues_new": lambda town: sum(town.inside(row["opened_on"]) for row in venues(town)),
    "venue_served": lambda town: total(town.of_year("venue_year"), "served_count"),
    "venue_spent": lambda town: yuan(total(town.of_year("venue_year"), "spent")),
    "venue_activities": lambda town: total(town.of_year("venue_year"), "activity_count"),
    "cases": lambda town: len(cases(town)),
    **{f"cases_source_{code}": cases_with("source", str(code)) for code in range(1, 7)},
    **{f"cases_cause_{code}": cases_with("cause", str(code)) for code in range(1, 11)},
    "case_heads": lambda town: total(cases(town), "heads", 1),
    "case_amount": lambda town: yuan(total(cases(town), "amount")),
    "cases_closed": lambda town: len(town.during("rights_case", "closed_on")),
    "cases_settled": lambda town: len(settled(town)),
    "case_success_rate": lambda town: part(
        town.during("rights_case", "closed_on", result=JUDGED),
        lambda row: row["result"] in SETTLED,
    ),
    "case_injury_heads": lambda town: total(settled(town, "2"), "heads", 1),
    "case_wage_heads": lambda town: total(settled(town, "1"), "heads", 1),
    "case_recovered": recovered,
    "law_letters": lambda town: len(letters(town)),
    "law_letters_1": letters_of("1"),
    "law_letters_2": letters_of("2"),
    "law_letters_3": letters_of("3"),
    "law_letter_rate": lambda town: part(
        letters(town), lambda row: town.reached(row["answered_on"])
    ),
}
