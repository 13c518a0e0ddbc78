"""Contests, checks and courses of safety, and health, counted plainly."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from tests.models.figures.recount.town import Answer, Recount, Row, Town, by, total

SELF_CHECK, TWO_CANCERS = "9", "6"


def entries(town: Town) -> list[Row]:
    """Return the first entry of each enterprise in the year's contest."""
    rows = [
        row
        for row in town.of_year("ankang_entry")
        if row["stage"] != "6" and (not row["entered_on"] or town.reached(row["entered_on"]))
    ]
    return [found[0] for found in town.each_unit(rows).values()]


def score(town: Town) -> Answer:
    """Return the average score."""
    scores = [row["score"] for row in entries(town) if row["score"] is not None]
    if not scores:
        return None
    average = Decimal(sum(scores)) / 10 / len(scores)
    return average.quantize(Decimal("0.1"), ROUND_HALF_UP)


def checks(town: Town) -> list[Row]:
    """Return the checks of the span but those of the enterprises themselves."""
    return [row for row in town.during("safety_check", "on_date") if row["kind"] != SELF_CHECK]


def seen(town: Town, check: Row) -> list[object]:
    """Return the enterprises that a check names."""
    listed = [row for row in town.rows("checked_unit") if row["safety_check"] == check["id"]]
    if listed:
        return [town.unit(row) for row in listed]
    names = [one.strip() for one in re.split(r"[、，,；;\n]", check["units_text"])]
    return [town.unit({"unit": None, "unit_name": name}) for name in names if name]


def visits(town: Town) -> Answer:
    """Return how many visits to enterprises there were."""
    return sum(len(seen(town, row)) or row["units_count"] or 0 for row in checks(town))


def hazards(town: Town) -> tuple[int, int]:
    """Return how many hazards are closed, and how many were found."""
    listed = by(town.rows("hazard"), lambda row: row["safety_check"])
    done = found = 0
    for check in town.during("safety_check", "on_date"):
        if own := listed.get(check["id"]):
            found += len(own)
            done += sum(
                row["recheck_result"] == "1"
                and (not row["recheck_on"] or row["recheck_on"] <= town.as_of)
                for row in own
            )
        elif check["hazards_found"]:
            found += check["hazards_found"]
            done += check["hazards_closed"] or 0
    return done, found


def courses(town: Town, *kinds: str) -> list[Row]:
    """Return the courses of the span."""
    found = town.during("training", "start_on")
    return [row for row in found if not kinds or row["kind"] in kinds]


def sessions(*kinds: str) -> Recount:
    """Return what counts courses."""
    return lambda town: total(courses(town, *kinds), "sessions", 1)


def trained(*kinds: str) -> Recount:
    """Return what counts attendances of courses."""
    return lambda town: total(courses(town, *kinds), "headcount")


def exams(town: Town, *kinds: str) -> list[Row]:
    """Return the examinations of the span."""
    found = town.during("health_exam", "on_date")
    return [row for row in found if not kinds or row["kind"] in kinds]


def largest_round(rows: list[Row]) -> int:
    """Return the people of the round to which most came."""
    rounds = by(rows, lambda row: row["round_no"] or 1)
    return max((total(found, "headcount") for found in rounds.values()), default=0)


def free_exams(town: Town) -> list[Row]:
    """Return the examinations that workers do not pay."""
    return [row for row in exams(town) if row["payer"] != "6"]


def examined(town: Town) -> Answer:
    """Return the people who were examined for free."""
    count = 0
    for rows in town.each_unit(free_exams(town)).values():
        kinds = by(rows, lambda row: row["kind"])
        women = largest_round(kinds.pop(TWO_CANCERS, []))
        count += max(women, sum(largest_round(found) for found in kinds.values()))
    return count


def examined_for(*codes: str) -> Recount:
    """Return what counts the people examined for something, by unit and kind."""

    def count(town: Town) -> Answer:
        rows = by(exams(town, *codes), lambda row: (town.unit(row), row["kind"]))
        return sum(largest_round(found) for found in rows.values())

    return count


def exam_rate(town: Town) -> Answer:
    """Return the people who came and those who should have."""
    rows = [row for row in exams(town) if row["due_count"]]
    return total(rows, "headcount"), total(rows, "due_count")


COURSES = {
    "bargaining": "2",
    "finance": "3",
    "women": "4",
    "skills": "5",
    "law": "6",
    "officers": "7",
}
FIGURES: Mapping[str, Recount] = {
    "ankang_units": lambda town: len(entries(town)),
    "ankang_people": lambda town: total(entries(town), "participants"),
    "ankang_teams": lambda town: total(entries(town), "teams"),
    "ankang_score": score,
    "ankang_awards": lambda town: sum(bool(row["award"]) for row in entries(town)),
    "ankang_activities": lambda town: len(town.during("ankang_activity", "on_date")),
    "ankang_activity_people": lambda town: total(
        town.during("ankang_activity", "on_date"), "headcount"
    ),
    "safety_checks": lambda town: len(checks(town)),
    "safety_check_units": visits,
    "safety_units_checked": lambda town: len(
        {unit for row in checks(town) for unit in seen(town, row)}
    ),
    "hazards_found": lambda town: hazards(town)[1],
    "hazards_closed": lambda town: hazards(town)[0],
    "hazards_rate": hazards,
    "hazards_major": lambda town: len(town.during("hazard", "found_on", grade="2")),
    "train_sessions": sessions("1"),
    "train_people": trained("1"),
    "train_all_sessions": sessions(),
    "train_all_people": trained(),
    "train_union_sessions": sessions(*"2345678"),
    "train_union_people": trained(*"2345678"),
    **{f"train_{name}_sessions": sessions(code) for name, code in COURSES.items()},
    **{f"train_{name}_people": trained(code) for name, code in COURSES.items()},
    "train_passed": lambda town: total(courses(town), "pass_count"),
    "exam_people": examined,
    "exam_units": lambda town: len(town.units(free_exams(town))),
    "exam_rate": exam_rate,
    "exam_abnormal": lambda town: total(exams(town), "abnormal"),
    "exam_suspected": lambda town: total(exams(town), "suspected"),
    "exam_occupational": examined_for("2", "3", "4", "5"),
    "exam_women": examined_for(TWO_CANCERS),
    "occ_diseases": lambda town: len(town.during("occ_disease", "diagnosed_on")),
}
