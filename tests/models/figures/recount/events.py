"""Activities, honours, publicity, papers and mutual help, counted plainly."""

from collections.abc import Mapping

from tests.models.figures.recount.town import (
    Answer,
    Recount,
    Row,
    Town,
    by,
    plain,
    runs,
    total,
    yuan,
)

QUIZ, SHOW, CARE, LAW, SPORT = ("1", "2"), ("8", "9"), ("7", "13", "14", "15"), ("10",), ("3", "11")
KINDS = {
    "drills": "12",
    "warmth": "13",
    "cooling": "14",
    "study": "15",
    "women": "16",
    "family": "17",
    "jobs": "18",
    "mind": "19",
    "rest": "20",
    "centre": "21",
}


def events(town: Town, *kinds: str) -> list[Row]:
    """Return the activities of the span."""
    found = town.during("event", "held_on")
    return [row for row in found if not kinds or row["kind"] in kinds]


def times(*kinds: str) -> Recount:
    """Return what counts activities."""
    return lambda town: len(events(town, *kinds))


def people(*kinds: str) -> Recount:
    """Return what counts attendances: of the units where any tells, else as reported."""

    def count(town: Town) -> Answer:
        units = by(town.rows("event_unit"), lambda row: row["event"])
        found = 0
        for row in events(town, *kinds):
            told = [one for one in units.get(row["id"], ()) if one["headcount"] is not None]
            found += total(told, "headcount") if told else row["headcount"] or 0
        return found

    return count


def cost(town: Town, row: Row) -> int:
    """Return what an activity cost, with its goods."""
    sources = [one for one in town.rows("event_money") if one["event"] == row["id"]]
    paid = total(sources, "amount") if sources else row["cost"] or 0
    return int(paid + (row["goods_value"] or 0))


def money(*kinds: str) -> Recount:
    """Return what adds up what activities cost."""
    return lambda town: yuan(sum(cost(town, row) for row in events(town, *kinds)))


def money_if_any(*kinds: str) -> Recount:
    """Return the same; nothing where there was no activity."""
    return lambda town: money(*kinds)(town) if events(town, *kinds) else None


def households(*kinds: str) -> Recount:
    """Return what adds up the households that were visited."""
    return lambda town: total(events(town, *kinds), "households")


def from_source(code: str) -> Recount:
    """Return what adds up what a source paid for care."""

    def count(town: Town) -> Answer:
        ids = {row["id"] for row in events(town, *CARE)}
        rows = town.rows("event_money")
        return yuan(total((r for r in rows if r["event"] in ids and r["source"] == code), "amount"))

    return count


def honours(town: Town, *, given: bool) -> list[Row]:
    """Return the honours of the span that the township gave, or that came to it."""
    own = plain(town.rows("town")[0]["union_name"])
    return [
        row
        for row in town.during("honor", "awarded_on")
        if bool(row["is_given"] or plain(row["issuer"]) == own) == given
    ]


def honoured(name: str, *codes: str, given: bool = False) -> Recount:
    """Return what counts honours by a choice."""
    return lambda town: sum(row[name] in codes for row in honours(town, given=given))


def entered(table: str, day: str, **equals: object) -> Recount:
    """Return what counts the rows of the span."""
    return lambda town: len(town.during(table, day, **equals))


def policies(town: Town) -> list[Row]:
    """Return the policies in force."""
    return [
        row
        for row in town.rows("mi_policy")
        if runs(row, town.as_of, "start_on", "end_on")
        and not (row["cancelled_on"] and row["cancelled_on"] <= town.as_of)
    ]


def rosters(town: Town) -> dict[object, set[str]]:
    """Return the identity numbers on the roster of each policy."""
    rows = by(town.rows("mi_insured"), lambda row: row["policy"])
    return {policy: {row["id_no"] for row in found} for policy, found in rows.items()}


def covered(town: Town) -> Answer:
    """Return the covered workers: each unit's largest plan, people on rosters once."""
    listed, seen, count = rosters(town), set[str](), 0
    rows = sorted(policies(town), key=lambda row: (row["start_on"] or "", row["id"]))
    for found in town.each_unit(rows).values():
        named = set[str]().union(*(listed.get(row["id"], set()) for row in found))
        told = [row["headcount"] or 0 for row in found if row["id"] not in listed]
        count += max([len(named - seen), *told])
        seen |= named
    return count


def places(town: Town) -> Answer:
    """Return the places on policies."""
    listed = rosters(town)
    return sum(
        len(listed[row["id"]]) if row["id"] in listed else row["headcount"] or 0
        for row in policies(town)
    )


def renewals(town: Town) -> Answer:
    """Return the policies that ended and how many went on; a known renewal stands for one."""
    rows = [row for row in town.rows("mi_policy") if town.reached(row["start_on"])]

    def same(row: Row) -> list[str]:
        return [
            other["start_on"]
            for other in rows
            if town.unit(other) == town.unit(row)
            and plain(other["plan_name"]) == plain(row["plan_name"])
        ]

    linked = {row["previous"] for row in rows}
    ended = town.during("mi_policy", "end_on")
    went_on = [
        row
        for row in ended
        if row["id"] in linked
        or (row["start_on"] and any(start > row["start_on"] for start in same(row)))
    ]
    told = [
        row
        for row in town.during("mi_policy", "start_on", renewal="1")
        if row["previous"] is None and not any(start < row["start_on"] for start in same(row))
    ]
    return len(went_on) + len(told), len(ended) + len(told)


def paid(town: Town) -> list[Row]:
    """Return the claims paid in the span."""
    return [row for row in town.during("mi_claim", "paid_on") if not row["rejected_reason"]]


def waiting(town: Town) -> Answer:
    """Return the claims that wait for an answer."""
    return sum(
        town.reached(row["claimed_on"])
        and not town.reached(row["paid_on"])
        and not (
            row["rejected_reason"] and (not row["rejected_on"] or row["rejected_on"] <= town.as_of)
        )
        for row in town.rows("mi_claim")
    )


FIGURES: Mapping[str, Recount] = {
    "events": times(),
    "events_people": people(),
    "events_money": money_if_any(),
    "contests": times(*QUIZ),
    "contest_people": people(*QUIZ),
    "events_key": times(*SHOW),
    "sport_events": times(*SPORT),
    "sport_people": people(*SPORT),
    "law_events": times(*LAW),
    "law_people": people(*LAW),
    "condolence_people": people(*CARE),
    "condolence_households": households(*CARE),
    "condolence_money": money_if_any(*CARE),
    **{f"condolence_from_{code}": from_source(str(code)) for code in (1, 2, 3, 4, 5, 6, 7, 9)},
    **{f"events_{name}": times(code) for name, code in KINDS.items()},
    **{f"events_{name}_people": people(code) for name, code in KINDS.items()},
    **{f"events_{name}_money": money(code) for name, code in KINDS.items()},
    **{f"events_{name}_households": households(KINDS[name]) for name in ("warmth", "cooling")},
    "events_study_households": households("15"),
    "receptions": entered("reception", "received_on"),
    "inspections": entered("reception", "received_on", purpose="2"),
    **{
        f"receptions_rank_{rank}": entered("reception", "received_on", rank=str(rank))
        for rank in range(1, 9)
    },
    "honors_town": lambda town: sum(
        row["owner_kind"] == "1" and row["grade"] in ("1", "2", "3")
        for row in honours(town, given=False)
    ),
    "honors_received": lambda town: len(honours(town, given=False)),
    "honors_given": lambda town: len(honours(town, given=True)),
    **{f"honors_grade_{grade}": honoured("grade", str(grade)) for grade in range(1, 6)},
    **{f"honors_holder_{kind}": honoured("owner_kind", str(kind)) for kind in range(1, 5)},
    "honors_given_units": honoured("owner_kind", "2", "3", given=True),
    "honors_given_people": honoured("owner_kind", "4", given=True),
    "media_all": entered("media", "published_on"),
    "media_upper": entered("media", "published_on", level=("1", "2")),
    **{
        f"media_grade_{grade}": entered("media", "published_on", level=str(grade))
        for grade in range(1, 6)
    },
    "outputs": entered("output", "done_on"),
    **{
        f"outputs_kind_{kind}": entered("output", "done_on", kind=str(kind))
        for kind in (1, 2, 3, 4, 5, 6, 9)
    },
    "meetings": entered("meeting", "held_on"),
    "meetings_people": lambda town: total(town.during("meeting", "held_on"), "headcount"),
    "incoming": entered("incoming", "received_on"),
    "chronicle_entries": entered("chronicle", "held_on"),
    "docs_issued": entered("document", "issued_on"),
    "certificates_awarded": entered("certificate", "awarded_on"),
    "mi_units": lambda town: len(town.units(policies(town))),
    "mi_people": covered,
    "mi_places": places,
    "mi_fees": lambda town: yuan(total(town.during("mi_policy", "start_on"), "fee_total")),
    "mi_renewal_rate": renewals,
    "mi_claims": lambda town: len(paid(town)),
    "mi_claims_amount": lambda town: yuan(total(paid(town), "amount")),
    "mi_claims_people": lambda town: len(
        {row["id_no"] or (row["person_name"], row["policy"]) for row in paid(town)}
    ),
    "mi_claims_open": waiting,
}
