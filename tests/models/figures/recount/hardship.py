"""Households in hardship, their helpers and the aid they were given, counted plainly."""

from collections.abc import Callable, Mapping

from tests.models.figures.recount.town import (
    Answer,
    Recount,
    Row,
    Town,
    begin,
    by,
    runs,
    total,
    yuan,
)

KINDS = {
    "1": "warmth",
    "2": "living",
    "3": "medical",
    "4": "study",
    "5": "emergency",
    "6": "model",
    "7": "cooling",
    "8": "illness",
    "9": "goods",
}
SOURCES = {
    "1": "central",
    "2": "provincial",
    "3": "county",
    "4": "upper",
    "5": "own",
    "6": "donated",
    "7": "government",
    "8": "other",
}
Pick = Callable[[Row, Row], object]


def on_file(town: Town) -> list[Row]:
    """Return the households on file on the cut-off day."""
    found = []
    for row in town.rows("hard_file"):
        left = row["left_on"]
        was_on = row["status"] in ("4", "5") and left and begin(left) > town.as_of
        is_early = row["filed_on"] and begin(row["filed_on"]) > town.as_of
        if not is_early and (row["status"] == "3" or was_on):
            found.append(row)
    return found


def pairings(town: Town) -> list[Row]:
    """Return the pairings that run with a household on file."""
    ids = {row["id"] for row in on_file(town)}
    return [
        row
        for row in town.rows("pairing")
        if row["household"] in ids and runs(row, town.as_of, "from_on", "to_on")
    ]


def people(town: Town) -> Answer:
    """Return how many people live in the households on file."""
    named = by(town.rows("hard_member"), lambda row: row["household"])
    return sum(r["household_size"] or 1 + len(named.get(r["id"], ())) for r in on_file(town))


def left(status: str, *decisions: str) -> Recount:
    """Return what counts the households that left the file in one way."""

    def count(town: Town) -> Answer:
        reviews: dict[object, str | None] = {}
        for row in sorted(
            town.rows("hard_review"), key=lambda one: (one["reviewed_on"] or "", one["id"])
        ):
            if row["decision"] in decisions:
                reviews[row["household"]] = row["reviewed_on"]
        return sum(
            row["status"] == status and town.inside(row["left_on"] or reviews.get(row["id"]))
            for row in town.rows("hard_file")
        )

    return count


def given(town: Town, pick: Pick = lambda _item, _batch: True) -> list[Row]:
    """Return what was given in the span, by the day of receipt or, if signed for, of the batch."""
    batches = {row["id"]: row for row in town.rows("aid_batch")}
    none: Row = {"kind": None, "fund_source": None, "way": None, "planned_on": None}
    found = []
    for row in town.rows("aid_item"):
        batch = batches.get(row["batch"], none)
        day = row["received_on"] or (batch["planned_on"] if row["is_signed"] else None)
        if town.inside(day) and pick(row, batch):
            found.append(row)
    return found


def standing(rows: list[Row]) -> list[Row]:
    """Return what was not taken back."""
    back = by((row for row in rows if row["reversal_of"]), lambda row: row["reversal_of"])
    return [
        row
        for row in rows
        if not row["reversal_of"]
        and not (row["id"] in back and (row["amount"] or 0) + total(back[row["id"]], "amount") <= 0)
    ]


def amount(pick: Pick = lambda _item, _batch: True) -> Recount:
    """Return what adds up the money."""
    return lambda town: yuan(total(given(town, pick), "amount"))


def times(pick: Pick = lambda _item, _batch: True) -> Recount:
    """Return what counts how often something was given."""
    return lambda town: len(standing(given(town, pick)))


def of_kind(code: str) -> Pick:
    """Return what picks aid of a kind."""
    return lambda _item, batch: batch["kind"] == code


def of_source(code: str) -> Pick:
    """Return what picks aid paid from a source."""
    return lambda _item, batch: batch["fund_source"] == code


def in_kind(item: Row, batch: Row) -> bool:
    """Whether something was given in goods or vouchers."""
    return batch["kind"] is not None and (batch["way"] in ("4", "5") or bool(item["goods"]))


def students(*levels: str) -> Recount:
    """Return what counts the students who were helped."""

    def count(town: Town) -> Answer:
        ids = {row["id"] for row in standing(given(town))}
        return len(
            {
                row["student_id"] or (row["student"], row["school"])
                for row in town.rows("study_aid")
                if row["item"] in ids and (not levels or row["level"] in levels)
            }
        )

    return count


def of_category(code: str) -> Recount:
    """Return what counts the households on file of one category."""
    return lambda town: sum(row["category"] == code for row in on_file(town))


FIGURES: Mapping[str, Recount] = {
    "hard_on_file": lambda town: len(on_file(town)),
    **{f"hard_category_{code}": of_category(str(code)) for code in (1, 2, 3, 11, 12, 13)},
    "hard_people": people,
    "hard_paired": lambda town: len({row["household"] for row in pairings(town)}),
    "hard_helpers": lambda town: len(
        {(row["helper_name"], row["helper_phone"]) for row in pairings(town)}
    ),
    "hard_visits": lambda town: total(pairings(town), "visits"),
    "hard_new": lambda town: len(town.during("hard_file", "filed_on", status=("3", "4", "5", "6"))),
    "hard_relieved": left("4", "3"),
    "hard_closed": left("5", "4"),
    "hard_reviews": lambda town: len(
        {row["household"] for row in town.during("hard_review", "reviewed_on")}
    ),
    "aid_times": times(),
    "aid_people": lambda town: len(
        {r["id_no"] or (r["household_name"], r["unit_name"]) for r in standing(given(town))}
    ),
    "aid_households": lambda town: len(
        {r["household"] for r in standing(given(town)) if r["household"] is not None}
    ),
    "aid_amount": amount(),
    "aid_in_kind_amount": amount(in_kind),
    "aid_students": students(),
    **{f"aid_students_{level}": students(str(level)) for level in range(1, 8)},
    **{f"aid_{name}_times": times(of_kind(code)) for code, name in KINDS.items()},
    **{f"aid_{name}_amount": amount(of_kind(code)) for code, name in KINDS.items()},
    **{f"aid_from_{name}": amount(of_source(code)) for code, name in SOURCES.items()},
}
