"""Members, officers, terms, applications and certificates, counted plainly."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from tests.models.figures.recount.organisation import (
    covered,
    latest,
    unionised,
    unions,
    working,
)
from tests.models.figures.recount.town import (
    Answer,
    Recount,
    Row,
    Town,
    end,
    part,
    plain,
    runs,
)

JOINED, MOVED_IN, MOVED_OUT, RESTORED = "1", "2", "4", "7"
LEFT = ("4", "5", "6", "8")
BECOMES_MEMBER = ("1", "2", "7")
IN = ("active", "transferring")


def members(town: Town) -> list[Row]:
    """Return those who are members on the cut-off day."""
    changes = sorted(
        town.rows("member_change"), key=lambda row: (row["changed_on"] or "", row["id"])
    )
    found = []
    for row in town.rows("member"):
        if not row["status_on"] or town.reached(row["status_on"]):
            is_in = row["status"] in IN
        else:
            before = [
                one
                for one in changes
                if one["member"] == row["id"] and town.reached(one["changed_on"])
            ]
            joined = town.reached(row["joined_on"])
            is_in = before[-1]["kind"] in BECOMES_MEMBER if before else joined
        if is_in:
            found.append(row)
    return found


def is_migrant(row: Row) -> bool:
    """Whether somebody is a migrant worker."""
    return bool(row["is_migrant"] == "1")


def is_in_new_form(row: Row) -> bool:
    """Whether somebody works in a new form of employment."""
    return row["new_group"] not in ("", "00")


def who(holds: Callable[[Row], object]) -> Recount:
    """Return what counts the members of whom something is true."""
    return lambda town: sum(bool(holds(row)) for row in members(town))


def changed(town: Town, *kinds: str) -> set[object]:
    """Return the members with a change of some kinds in the span."""
    return {row["member"] for row in town.during("member_change", "changed_on", kind=kinds)}


def newcomers(holds: Callable[[Row], object]) -> Recount:
    """Return what counts those who joined in the span and of whom something is true."""

    def count(town: Town) -> Answer:
        ids = changed(town, JOINED)
        return sum(bool(holds(row)) for row in town.rows("member") if row["id"] in ids)

    return count


def is_behind(town: Town, row: Row) -> bool:
    """Whether dues are more than six months behind."""
    paid = row["dues_paid_to"]
    if row["status"] not in IN or not paid or len(paid) < 7:
        return False
    months = [int(text[:4]) * 12 + int(text[5:7]) for text in (paid, town.as_of)]
    return months[1] - months[0] > 6


def is_past_retirement(town: Town, row: Row) -> bool:
    """Whether somebody who should be retired is still said to be at work."""
    ages = {"1": "retire_age_male", "2": "retire_age_female"}
    if row["sex"] not in ages or not row["birth"] or row["work_status"] not in ("", "1"):
        return False
    born, day = end(row["birth"]), town.as_of
    age = int(day[:4]) - int(born[:4]) - (day[5:] < born[5:])
    return age >= int(town.rule(ages[row["sex"]], day))


def rosters(town: Town) -> dict[object, list[Row]]:
    """Return the members of each union: as entered, by the union's name, by the unit's union."""
    by_name = {row["name"]: row["id"] for row in town.rows("union_org")}
    by_unit: dict[object, object] = {}
    for row in sorted(
        unions(town, "10"), key=lambda one: (one["founded_on"] or "", one["name"], one["id"])
    ):
        by_unit.setdefault(town.unit(row), row["id"])
    for row in covered(town):
        by_unit.setdefault(town.unit(row), row["union"])
    found: dict[object, list[Row]] = {}
    for row in members(town):
        union = row["union"] or by_name.get(row["union_name"])
        if union is None and (row["unit"] is not None or row["unit_name"]):
            union = by_unit.get(town.unit(row))
        if union is not None:
            found.setdefault(union, []).append(row)
    return found


def in_unions(town: Town) -> int:
    """Return the members of the unions: the roster, or what a union without one declares."""
    roster = rosters(town)
    return sum(len(roster.get(row["id"], ())) or row["members_total"] or 0 for row in unions(town))


def of_joint(town: Town) -> Answer:
    """Return the members of joint unions."""
    roster = rosters(town)
    return sum(len(roster.get(row["id"], ())) for row in unions(town, "20"))


def joining_rate(units: Callable[[Town], list[Row]]) -> Recount:
    """Return what tells the share of members among those who work in units."""

    def count(town: Town) -> Answer:
        data = latest(town)
        rows = [data[row["id"]] for row in units(town) if row["id"] in data]
        return in_unions(town), sum(row["workers_total"] or 0 for row in rows)

    return count


def posts(town: Town) -> list[Row]:
    """Return the offices held on the cut-off day."""
    return [row for row in town.rows("post") if runs(row, town.as_of, "from_on", "to_on")]


def people(holds: Callable[[Town, Row], object]) -> Recount:
    """Return what counts the people in an office that fits."""
    return lambda town: len(
        {
            row["person"] or (row["union_name"], plain(row["person_name"]))
            for row in posts(town)
            if holds(town, row)
        }
    )


def of_time(kind: str) -> Recount:
    """Return what counts officers by how much of their time they give."""
    return people(lambda _town, row: row["fulltime"] == kind)


def of_committee(code: str) -> Recount:
    """Return what counts the officers of a committee."""
    return people(lambda _town, row: row["committee"] == code)


def chairs(town: Town) -> list[Row]:
    """Return the offices of chair that are held."""
    return [row for row in posts(town) if row["position"] == "1"]


def certified(town: Town) -> set[object]:
    """Return the unions that hold a valid certificate."""
    by_name = {
        plain(row["name"]): row["id"]
        for row in sorted(
            town.rows("union_org"),
            key=lambda one: (one["founded_on"] or "", one["name"], one["id"]),
        )
    }
    return {
        row["union"] or by_name.get(plain(row["union_name"]))
        for row in town.rows("legal_cert")
        if row["status"] in ("", "valid") and runs(row, town.as_of, "valid_from", "valid_to")
    }


def due_terms(town: Town) -> set[object]:
    """Return the unions of which a term ends in the span."""
    living = {row["id"] for row in unions(town)}
    return {
        row["union"]
        for row in town.rows("union_term")
        if row["union"] in living and town.inside(row["extended_to"] or row["expires_on"])
    }


def renewal(town: Town) -> Answer:
    """Return how many of them elected in the span."""
    elected = {row["union"] for row in town.during("union_term", "elected_on")}
    return len(due_terms(town) & elected), len(due_terms(town))


def overdue_terms(town: Town) -> Answer:
    """Return the unions whose latest term is over."""
    count = 0
    for union in unions(town):
        terms = [
            (row["elected_on"], row["id"], row["extended_to"] or row["expires_on"])
            for row in town.rows("union_term")
            if row["union"] == union["id"] and town.reached(row["elected_on"])
        ]
        until = max(terms)[2] if terms else None
        count += bool(until and until < town.as_of)
    return count


def women_due(town: Town) -> Answer:
    """Return the unions that should have a women's committee and have none."""
    least = int(town.rule("women_committee_min", town.as_of))
    return sum(
        (row["members_female"] or 0) >= least and not row["has_women"] for row in unions(town)
    )


def vacant(town: Town) -> Answer:
    """Return the unions without a chair for longer than the rules allow."""
    days = int(town.rule("vacancy_days", town.as_of))
    limit = (date.fromisoformat(town.as_of) - timedelta(days=days)).isoformat()
    known: dict[object, list[str]] = {}
    for row in town.rows("post"):
        if row["position"] == "1" and not (row["from_on"] and row["from_on"] > town.as_of):
            known.setdefault(row["union_name"], []).append(row["to_on"] or "9999-12-31")
    return sum(max(ends) < limit for ends in known.values())


def waiting(town: Town) -> Answer:
    """Return the applications that are not answered."""
    return sum(
        town.reached(row["received_on"] or row["request_on"])
        and row["status"] != "refused"
        and not town.reached(row["reply_on"])
        for row in town.rows("app_case")
    )


FIGURES: Mapping[str, Recount] = {
    "members_active": who(lambda row: True),
    "members_female": who(lambda row: row["sex"] == "2"),
    "members_migrant": who(is_migrant),
    "members_dispatch": who(lambda row: row["is_dispatch"]),
    "members_new_form": who(is_in_new_form),
    "members_eight_groups": who(lambda row: "01" <= row["new_group"] <= "08"),
    "members_verified": who(lambda row: row["verified"]),
    "members_retained": lambda town: sum(
        row["status"] == "retained" and (not row["status_on"] or town.reached(row["status_on"]))
        for row in town.rows("member")
    ),
    "members_new": newcomers(lambda row: True),
    "members_new_migrant": newcomers(is_migrant),
    "members_new_new_form": newcomers(is_in_new_form),
    "members_new_female": newcomers(lambda row: row["sex"] == "2"),
    "members_left": lambda town: len(changed(town, *LEFT)),
    "members_moved_in": lambda town: len(changed(town, MOVED_IN)),
    "members_moved_out": lambda town: len(changed(town, MOVED_OUT)),
    "members_net": lambda town: (
        len(changed(town, JOINED, MOVED_IN, RESTORED)) - len(changed(town, *LEFT))
    ),
    "member_transfers": lambda town: len(
        town.during("member_transfer", "received_on", status="received", kind=("1", "2", "3"))
    ),
    "members_behind": lambda town: sum(is_behind(town, row) for row in members(town)),
    "members_past_retirement": lambda town: sum(
        is_past_retirement(town, row) for row in members(town)
    ),
    "members_in_unions": in_unions,
    "members_of_joint": of_joint,
    "members_migrant_share": lambda town: part(members(town), is_migrant),
    "members_female_share": lambda town: part(members(town), lambda row: row["sex"] == "2"),
    "members_new_form_share": lambda town: part(members(town), is_in_new_form),
    "members_verified_rate": lambda town: part(members(town), lambda row: row["verified"]),
    "joining_rate": joining_rate(unionised),
    "joining_rate_all": joining_rate(working),
    "officers": people(lambda _town, _row: True),
    "officers_fulltime": of_time("1"),
    "officers_parttime": of_time("2"),
    "officers_seconded": of_time("3"),
    "officers_hired": of_time("4"),
    "officers_audit": of_committee("02"),
    "officers_women": of_committee("03"),
    "officers_supervision": of_committee("04"),
    "officers_trained": people(lambda town, row: row["trained_in"] == town.year),
    "chairs": people(lambda _town, row: row["position"] == "1"),
    "chairs_fulltime": people(lambda _town, row: row["position"] == "1" and row["fulltime"] == "1"),
    "chairs_women_share": lambda town: part(chairs(town), lambda row: row["sex"] == "2"),
    "chairs_vacant": vacant,
    "unions_certified": lambda town: sum(row["id"] in certified(town) for row in unions(town)),
    "certified_rate": lambda town: part(unions(town), lambda row: row["id"] in certified(town)),
    "certificates_issued": lambda town: len(town.during("legal_cert", "issued_on")),
    "renewal_rate": renewal,
    "terms_due": lambda town: len(due_terms(town)),
    "terms_overdue": overdue_terms,
    "women_committees_due": women_due,
    "applications_replied": lambda town: len(town.during("app_case", "reply_on", status="replied")),
    "applications_waiting": waiting,
    "elections_held": lambda town: sum(
        row["status"] not in ("", "planned") for row in town.during("election", "held_on")
    ),
}
