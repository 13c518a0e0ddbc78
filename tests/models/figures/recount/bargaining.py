"""Contracts and negotiations, counted plainly."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from tests.models.figures.recount.organisation import companies, covered, unions
from tests.models.figures.recount.town import (
    Answer,
    Recount,
    Row,
    Town,
    by,
    exact,
    months_later,
    part,
    plain,
    runs,
    total,
    yuan,
)

OWN_DAYS = ("offer_on", "replied_on", "started_on", "suspended_on", "resumed_on", "drafted_on")
ITEMS = (
    *("minimum_wage", "paid_monthly", "raise_kept", "overtime_paid"),
    *("insured", "quota_kept", "women_protected"),
)


def in_force(town: Town, row: Row) -> bool:
    """Whether a contract is signed and holds on the cut-off day."""
    if not row["signed_on"] or row["signed_on"] > town.as_of:
        return False
    if row["ended_on"] and row["ended_on"] <= town.as_of:
        return False
    begins = row["valid_from"] or row["signed_on"]
    return bool(begins <= town.as_of and not (row["valid_to"] and row["valid_to"] < town.as_of))


def best(town: Town, kind: str = "2") -> list[Row]:
    """Return the contract in force of each enterprise, the one that covers most."""
    held = [row for row in town.rows("cb_contract") if row["kind"] == kind and in_force(town, row)]
    held.sort(key=lambda row: (row["signed_on"], row["id"]))
    return [
        max(rows, key=lambda row: row["workers_covered"] or 0)
        for rows in town.each_unit(held).values()
    ]


def listed(town: Town) -> list[Row]:
    """Return the rows of the year's list of covered enterprises."""
    return [
        row
        for row in town.of_year("cb_cover")
        if not (row["left_on"] and row["left_on"] <= town.as_of)
    ]


def campaign(town: Town) -> Row | None:
    """Return the year's campaign, the last entered."""
    found = town.of_year("cb_campaign")
    return found[-1] if found else None


def scope(town: Town) -> int | None:
    """Return how many enterprises the coverage is measured against."""
    drive = campaign(town)
    basis = drive["denominator_basis"] if drive else ""
    if drive and basis == "5":
        manual: int | None = drive["denominator_manual"]
        return manual
    if basis == "1":
        known = town.units(unions(town)) | town.units(covered(town))
        return sum(row["id"] in known for row in companies(town))
    if basis == "4":
        return len(companies(town))
    return len(town.units(listed(town)))


def months(town: Town) -> Answer:
    """Return how long the year's campaign took."""
    drive = campaign(town)
    if not drive or not drive["started_on"] or not drive["ended_on"]:
        return None
    first, last = (date.fromisoformat(drive[name]) for name in ("started_on", "ended_on"))
    whole = (last.year - first.year) * 12 + last.month - first.month
    return whole + (last.day >= first.day)


def of_steps(step: str, name: str) -> Recount:
    """Return what adds up a column over one of the steps of campaigns."""
    return lambda town: total(town.during("cb_step", "acted_on", step=step), name)


def documents(rows: list[Row]) -> list[Row]:
    """Return the first row of each contract: a row a contract but for areas and trades."""

    def paper(row: Row) -> object:
        if row["scope"] in ("", "1"):
            return row["id"]
        if row["negotiation"] is not None:
            return row["negotiation"], row["kind"]
        return (plain(row["title"]), row["kind"]) if row["title"] else row["id"]

    rows = sorted(rows, key=lambda row: (row["signed_on"], row["id"]))
    return [found[0] for found in by(rows, paper).values()]


def contracts(*scopes: str) -> Recount:
    """Return what counts the contracts in force of some scopes."""

    def count(town: Town) -> Answer:
        held = [row for row in town.rows("cb_contract") if in_force(town, row)]
        return sum(not scopes or row["scope"] in scopes for row in documents(held))

    return count


def raised(row: Row) -> bool:
    """Whether a contract promises more than before."""
    return bool(row["wage_before"] and row["wage_after"] and row["wage_after"] > row["wage_before"])


def average_raise(town: Town) -> Answer:
    """Return the raise and what it is measured against, in yuan, weighted by workers."""
    told = [row for row in best(town) if row["wage_before"] and row["wage_after"]]
    before, after = (
        sum(row[name] * (row["workers_covered"] or 1) for row in told)
        for name in ("wage_before", "wage_after")
    )
    return yuan(after - before), yuan(before)


def lowest(town: Town) -> Answer:
    """Return the lowest minimum wage of a contract in force."""
    told = [row["min_wage"] for row in best(town) if row["min_wage"]]
    return yuan(min(told)) if told else None


def running_out(town: Town) -> Answer:
    """Return the enterprises whose contract ends within half a year."""
    limit = months_later(date.fromisoformat(town.as_of), 6).isoformat()
    return sum(bool(row["valid_to"]) and row["valid_to"] <= limit for row in best(town))


def run_out(town: Town) -> Answer:
    """Return the enterprises that let their wage contract lapse."""
    known = town.units(best(town))
    return len(
        {
            town.unit(row)
            for row in town.rows("cb_contract")
            if row["kind"] == "2"
            and town.reached(row["signed_on"])
            and row["valid_to"]
            and row["valid_to"] < town.as_of
            and not row["ended_on"]
            and town.unit(row) not in known
        }
    )


def renewal(town: Town) -> Answer:
    """Return the contracts that ended in the span, and how many were followed in time."""
    ended = [row for row in town.during("cb_contract", "valid_to") if not row["ended_on"]]
    return part(ended, lambda row: is_renewed(town, row))


def is_renewed(town: Town, row: Row) -> bool:
    """Whether a later contract follows one that ended."""
    day = date.fromisoformat(row["valid_to"])
    early = int(town.rule("nego_renew_days", row["valid_to"]))
    window = (
        (day - timedelta(days=early)).isoformat(),
        months_later(day, 3).isoformat(),
    )
    return any(
        other["id"] != row["id"]
        and town.reached(other["signed_on"])
        and (
            other["previous"] == row["id"]
            or (
                other["kind"] == row["kind"]
                and town.unit(other) == town.unit(row)
                and window[0] <= other["signed_on"] <= window[1]
            )
        )
        for other in town.rows("cb_contract")
    )


def begun(town: Town) -> list[Row]:
    """Return the negotiations that began in the span."""
    return [r for r in town.rows("cb_nego") if town.inside(r["offer_on"] or r["started_on"])]


def parts_of_begun(name: str) -> Recount:
    """Return what counts the parts of those negotiations."""

    def count(town: Town) -> Answer:
        ids = {row["id"] for row in begun(town)}
        return sum(row["negotiation"] in ids for row in town.rows(name))

    return count


def has_passed(town: Town, vote: Row) -> bool:
    """Whether enough came and enough agreed."""
    should = vote["should_attend"] or 0
    came = exact(town.rule("nego_attend_share", vote["held_on"]))
    agreed = exact(town.rule("nego_agree_share", vote["held_on"]))
    return bool(
        should
        and (vote["present"] or 0) >= came * should
        and (vote["agree"] or 0) > agreed * should
    )


def stage(town: Town, row: Row) -> str:
    """Return how far a negotiation had come by the cut-off day."""
    day = {name: row[name] if town.reached(row[name]) else None for name in OWN_DAYS}
    parts = {
        name: [
            one
            for one in town.rows(name)
            if one["negotiation"] == row["id"] and town.reached(one[when])
        ]
        for name, when in (
            ("cb_contract", "signed_on"),
            ("cb_vote", "held_on"),
            ("cb_meeting", "held_on"),
        )
    }
    if parts["cb_contract"]:
        return stage_of_contracts(town, parts["cb_contract"])
    if row["status"] == "13":
        return "13"
    votes, meetings = parts["cb_vote"], parts["cb_meeting"]
    if approved(town, votes):
        return "6"
    last_vote = max((one["held_on"] for one in votes), default="")
    if last_vote and max((one["held_on"] for one in meetings), default="") <= last_vote:
        return "23"
    reply = row["reply_result"] if day["replied_on"] or not row["replied_on"] else ""
    found = before_a_draft(day, reply)
    return "3" if meetings and found in "012" else found


def before_a_draft(day: Mapping[str, object], reply: str) -> str:
    """Return the stage that the days of a negotiation itself tell."""
    for found, holds in (
        ("21", reply == "2"),
        ("22", reply == "4"),
        ("4", day["suspended_on"] and not day["resumed_on"]),
        ("5", day["drafted_on"]),
        ("3", day["started_on"]),
        ("2", day["replied_on"]),
        ("1", day["offer_on"]),
    ):
        if holds:
            return found
    return "0"


def approved(town: Town, votes: list[Row]) -> bool:
    """Whether a draft was approved: by an area or trade, or by every unit's last vote."""
    votes = sorted(votes, key=lambda one: (one["held_on"], one["id"]))
    if any(has_passed(town, one) for one in votes if one["body"] not in ("1", "2")):
        return True
    last = {one["unit"] or one["unit_name"]: one for one in votes}
    return bool(last) and all(has_passed(town, one) for one in last.values())


def stage_of_contracts(town: Town, signed: list[Row]) -> str:
    """Return the stage that the contracts of a negotiation tell."""

    def all_have(holds: Callable[[Row], object]) -> bool:
        return all(holds(one) for one in signed)

    day = town.as_of
    if all_have(lambda one: one["ended_on"] and one["ended_on"] <= day):
        return "13"
    if all_have(lambda one: one["valid_to"] and one["valid_to"] < day):
        return "12"
    if all_have(lambda one: town.reached(one["published_on"])):
        return "11" if all_have(lambda one: (one["valid_from"] or day) <= day) else "10"
    if any(one["review_result"] == "2" and not one["effective_on"] for one in signed):
        return "24"
    for found, name in (("9", "effective_on"), ("8", "filed_on")):
        if all_have(lambda one, name=name: town.reached(one[name])):
            return found
    return "7"


def at(*stages: str) -> Recount:
    """Return what counts the year's negotiations that stood at some stages."""
    return lambda town: sum(
        stage(town, row) in stages
        for row in town.of_year("cb_nego")
        if town.reached(row["offer_on"] or row["started_on"])
    )


def answered(town: Town) -> Answer:
    """Return the offers of the span and those that found consent."""
    made = town.during("cb_nego", "offer_on")
    return part(made, lambda r: r["reply_result"] in ("1", "3") and town.reached(r["replied_on"]))


def sheets(town: Town) -> list[Row]:
    """Return the surveys of the span that tell what went out and came back."""
    held = town.during("cb_survey", "held_on")
    return [row for row in held if row["issued"] and row["returned"] is not None]


def valid_sheets(town: Town) -> Answer:
    """Return the sheets that could be used, of those that came back."""
    rows = [row for row in sheets(town) if row["valid"] is not None]
    return total(rows, "valid"), total(rows, "returned")


def last_checks(town: Town) -> list[Row]:
    """Return the last check of the span in each enterprise."""
    rows = sorted(
        town.during("cb_check", "checked_on"), key=lambda row: (row["checked_on"], row["id"])
    )
    return [found[-1] for found in town.each_unit(rows).values()]


def open_problems(town: Town) -> Answer:
    """Return the checks whose problems are not yet put right."""
    return sum(
        town.reached(row["checked_on"])
        and (bool(row["problems"]) or any(row[name] == "2" for name in ITEMS))
        and not (row["rectified_on"] and row["rectified_on"] <= town.as_of)
        for row in town.rows("cb_check")
    )


def effective(town: Town) -> Answer:
    """Return the enterprises whose wage contract has taken effect."""
    return len(
        {
            town.unit(row)
            for row in town.rows("cb_contract")
            if row["kind"] == "2" and in_force(town, row) and town.reached(row["effective_on"])
        }
    )


FIGURES: Mapping[str, Recount] = {
    "cb_units_signed": lambda town: len(best(town)),
    "cb_units_scope": scope,
    "cb_rate": lambda town: (len(best(town)), scope(town) or 0),
    "cb_workers": lambda town: total(best(town), "workers_covered"),
    "cb_units_women": lambda town: len(best(town, "3")),
    "cb_units_general": lambda town: len(best(town, "1")),
    "cb_units_safety": lambda town: len(best(town, "4")),
    "cb_women_workers": lambda town: total(best(town, "3"), "workers_covered"),
    "cb_units_effective": effective,
    "cb_units_sealed": lambda town: len(
        town.units(row for row in listed(town) if town.reached(row["sealed_on"]))
    ),
    "cb_months": months,
    "cb_surveyed": of_steps("1", "unit_count"),
    "cb_training_sessions": lambda town: len(town.during("cb_step", "acted_on", step="3")),
    "cb_trained": of_steps("3", "headcount"),
    "cb_contracts": contracts(),
    "cb_contracts_single": contracts("", "1"),
    "cb_contracts_trade": contracts("2"),
    "cb_contracts_area": contracts("3"),
    "cb_contracts_new": lambda town: len(documents(town.during("cb_contract", "signed_on"))),
    "cb_units_raised": lambda town: sum(raised(row) for row in best(town)),
    "cb_raise": average_raise,
    "cb_lowest_wage": lowest,
    "cb_running_out": running_out,
    "cb_run_out": run_out,
    "cb_renewal_rate": renewal,
    "cb_checked": lambda town: len(last_checks(town)),
    "cb_performance_rate": lambda town: part(
        last_checks(town), lambda row: row["result"] in ("1", "2")
    ),
    "cb_problems_open": open_problems,
    "cb_guides": lambda town: sum(
        runs(row, town.as_of, "from_on", "to_on") for row in town.rows("cb_guide")
    ),
    "nego_total": lambda town: len(begun(town)),
    "nego_offers": lambda town: len(town.during("cb_nego", "offer_on")),
    "nego_reply_rate": answered,
    "nego_offered": at("1"),
    "nego_talking": at("2", "3", "4"),
    "nego_drafted": at("5", "6"),
    "nego_signed": at("7", "8", "24"),
    "nego_effective": at("9", "10"),
    "nego_performed": at("11"),
    "nego_failed": at("21", "22", "23"),
    "nego_delegates": parts_of_begun("cb_rep"),
    "nego_topics": parts_of_begun("cb_topic"),
    "nego_meetings": lambda town: len(town.during("cb_meeting", "held_on")),
    "nego_votes_passed": lambda town: sum(
        has_passed(town, row) for row in town.during("cb_vote", "held_on")
    ),
    "nego_return_rate": lambda town: (
        total(sheets(town), "returned"),
        total(sheets(town), "issued"),
    ),
    "nego_valid_rate": valid_sheets,
}
