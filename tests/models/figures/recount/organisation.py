"""Units, unions and the upkeep of the company database, counted plainly."""

from collections.abc import Callable, Mapping

from tests.models.figures.recount.town import Answer, Recount, Row, Town, part, plain, total

ENDED_UNITS = {"4", "5", "6", "7", "8", "9"}
NOT_COMPANIES = {"", "02", "03", "04", "05", "06", "19", "20"}
CHECKED = {"1", "2", "31", "32", "33"}
NATURES = {
    "domestic": {"110", "120", "130", "140", "151", "159", "161", "169", "170", "190"},
    "overseas_chinese": {"200"},
    "foreign": {"300"},
    "institutions": {"401", "409"},
    "offices": {"500"},
    "self_employed": {"600"},
    "social": {"701", "702", "703"},
    "other": {"900", ""},
}


def unions(town: Town, *types: str) -> list[Row]:
    """Return the unions of some types, grassroots ones unless told, there on the cut-off day."""
    found = []
    for row in town.rows("union_org"):
        if row["org_type"] not in (types or ("10", "20")) or not town.reached(row["founded_on"]):
            continue
        if row["ended_on"]:
            is_there = row["ended_on"] > town.as_of
        else:
            is_there = row["status"] in ("", "established", "overdue")
        if is_there:
            found.append(row)
    return found


def new(town: Town, *types: str) -> list[Row]:
    """Return those of them that were founded in the span."""
    return [row for row in unions(town, *types) if town.inside(row["founded_on"])]


def carrier(town: Town, union: Row) -> str:
    """Return the kind of body that a union was built on."""
    if union["carrier_type"]:
        return str(union["carrier_type"])
    unit = town.unit(union)
    return next((str(row["carrier_type"]) for row in town.rows("unit") if row["id"] == unit), "")


def covered(town: Town) -> list[Row]:
    """Return the rows of units that living joint unions cover."""
    joint = {row["id"] for row in unions(town, "20")}
    return [
        row
        for row in town.rows("union_unit")
        if row["union"] in joint
        and (not row["joined_on"] or town.reached(row["joined_on"]))
        and not (row["left_on"] and row["left_on"] <= town.as_of)
    ]


def unionised(town: Town) -> list[Row]:
    """Return the units with a union of their own or under a joint one."""
    numbers = town.units(unions(town, "10")) | town.units(covered(town))
    return [row for row in town.rows("unit") if row["id"] in numbers]


def working(town: Town) -> list[Row]:
    """Return the units that go on."""
    return [row for row in town.rows("unit") if row["operating_status"] not in ENDED_UNITS]


def companies(town: Town) -> list[Row]:
    """Return those that are enterprises."""
    return [row for row in working(town) if row["carrier_type"] not in NOT_COMPANIES]


def latest(town: Town) -> dict[object, Row]:
    """Return the latest yearly data of each unit."""
    found: dict[object, Row] = {}
    for row in sorted(town.rows("unit_year"), key=lambda one: (one["as_of"] or "", one["id"])):
        if row["unit"] is not None and row["as_of"] and row["as_of"] <= town.as_of:
            found[row["unit"]] = row
    return found


def above_scale(town: Town) -> list[Row]:
    """Return the units above scale."""
    ticked: set[object] = {unit for unit, row in latest(town).items() if row["above_scale"]}
    if not ticked:
        ticked = town.units(row for row in town.of_year("dm_year") if row["is_above_scale"])
    return [row for row in town.rows("unit") if row["id"] in ticked]


def has_union(town: Town) -> Callable[[Row], bool]:
    """Return what tells whether a unit has a union."""
    ids = {row["id"] for row in unionised(town)}
    return lambda row: row["id"] in ids


def large(town: Town) -> list[Row]:
    """Return the working units with a hundred workers."""
    data = latest(town)
    return [
        row
        for row in working(town)
        if row["id"] in data and (data[row["id"]]["workers_total"] or 0) >= 100
    ]


def round_of_upkeep(town: Town) -> list[Row]:
    """Return the companies of the latest round within the years of the span."""
    years = range(int(town.first[:4]), town.year + 1)
    batches = [row for row in town.rows("maint_batch") if row["year"] in years]
    latest_year = max((row["year"] for row in batches), default=None)
    ids = {row["id"] for row in batches if row["year"] == latest_year}
    items = [row for row in town.rows("maint_item") if row["batch"] in ids]
    return sorted(items, key=lambda row: (row["preset_no"], row["id"]))


def presets(town: Town) -> dict[object, Row]:
    """Return the companies on the list; of several rows of one the last that was checked."""
    found: dict[object, Row] = {}
    for row in round_of_upkeep(town):
        company = row["unit"] or plain(row["preset_name"])
        if row["is_preset"] and (company not in found or checked(town, row)):
            found[company] = row
    return found


def checked(town: Town, row: Row) -> bool:
    """Whether a company was really checked by the cut-off day."""
    return row["result"] in CHECKED and (not row["done_on"] or town.reached(row["done_on"]))


def upkeep(town: Town) -> list[Row]:
    """Return the companies that were checked."""
    return [row for row in presets(town).values() if checked(town, row)]


def net(town: Town) -> Answer:
    """Return the growth of the unions."""
    ended = [
        row
        for row in town.during("union_org", "ended_on", org_type=("10", "20"))
        if not town.inside(row["founded_on"])
    ]
    return len(new(town)) - len(ended)


def issued(*items: str) -> Recount:
    """Return what adds up what was handed out."""
    return lambda town: total(town.during("issue_item", "issued_on", item=items), "quantity")


def renewed(town: Town) -> Answer:
    """Return the unions with a later term that was elected in the span."""
    living = {row["id"] for row in unions(town)}
    terms = town.during("union_term", "elected_on")
    return len({r["union"] for r in terms if r["union"] in living and (r["session_no"] or 0) > 1})


def new_on(code: str) -> Recount:
    """Return what counts the new single unions on one kind of body."""
    return lambda town: sum(carrier(town, row) == code for row in new(town, "10"))


def new_joint_on(*codes: str) -> Recount:
    """Return what counts the new joint unions on some kinds of body."""
    return lambda town: sum(carrier(town, row) in codes for row in new(town, "20"))


def ticking(name: str) -> Recount:
    """Return what counts the unions that tick something."""
    return lambda town: sum(bool(row[name]) for row in unions(town))


def declared(name: str) -> Recount:
    """Return what adds up what unions declare."""
    return lambda town: total(unions(town), name)


def ticking_rate(name: str) -> Recount:
    """Return what tells the share of unions that tick something."""
    return lambda town: part(unions(town), lambda row: row[name])


def workers(name: str, units: Callable[[Town], list[Row]]) -> Recount:
    """Return what adds up the workers of units."""

    def count(town: Town) -> Answer:
        data = latest(town)
        return sum(data[row["id"]][name] or 0 for row in units(town) if row["id"] in data)

    return count


def without_union(town: Town) -> list[Row]:
    """Return the working units without a union."""
    known = has_union(town)
    return [row for row in working(town) if not known(row)]


def of_nature(codes: set[str]) -> Recount:
    """Return what counts the unionised units of some natures."""
    return lambda town: sum(row["unit_nature"] in codes for row in unionised(town))


def because(code: str) -> Recount:
    """Return what counts the units without a union for a reason."""
    return lambda town: sum(row["no_union_reason"] == code for row in without_union(town))


FIGURES: Mapping[str, Recount] = {
    "unit_total": lambda town: len(presets(town)),
    "unit_maintained": lambda town: len(upkeep(town)),
    "maint_rate": lambda town: (len(upkeep(town)), len(presets(town))),
    "unit_uploaded": lambda town: part(upkeep(town), lambda r: town.reached(r["uploaded_on"]))[0],
    "upload_rate": lambda town: part(upkeep(town), lambda r: town.reached(r["uploaded_on"])),
    "unit_gone": lambda town: sum(r["result"] in ("31", "32", "33") for r in upkeep(town)),
    "unit_found": lambda town: sum(
        r["result"] == "5" and (not r["done_on"] or town.reached(r["done_on"]))
        for r in round_of_upkeep(town)
    ),
    "above_scale_total": lambda town: len(above_scale(town)),
    "unions_total": lambda town: len(unions(town)),
    "unions_single": lambda town: len(unions(town, "10")),
    "unions_joint": lambda town: len(unions(town, "20")),
    "unions_new": lambda town: len(new(town)),
    "unions_new_single": lambda town: len(new(town, "10")),
    "unions_new_joint": lambda town: len(new(town, "20")),
    "unions_net": net,
    "unions_area": lambda town: len(unions(town, "30")),
    "unions_trade": lambda town: len(unions(town, "40")),
    "unions_new_coop": new_on("07"),
    "unions_new_hotel": new_on("08"),
    "unions_new_restaurant": new_on("09"),
    "unions_new_market": new_on("10"),
    **{
        f"unions_new_carrier_{code}": new_on(code)
        for code in (
            *(f"{number:02}" for number in (*range(1, 7), *range(11, 21))),
            "99",
        )
    },
    "unions_new_joint_village": new_joint_on("05", "06"),
    "unions_new_joint_park": new_joint_on("11", "12", "13"),
    "joint_units": lambda town: len(town.units(covered(town))),
    "joint_units_new": lambda town: len(
        town.units(row for row in covered(town) if town.inside(row["joined_on"]))
    ),
    "union_members": declared("members_total"),
    "union_workers": declared("workers_total"),
    "union_members_female": declared("members_female"),
    "union_staff_fulltime": declared("staff_fulltime"),
    "union_staff_parttime": declared("staff_parttime"),
    "union_replies": lambda town: len(town.during("document", "issued_on", kind="5", matter="1")),
    "terms_renewed": renewed,
    "issued_seals": issued("1", "2"),
    "issued_plates": issued("3"),
    "issued_boards": issued("4"),
    "unions_audit": ticking("has_audit"),
    "unions_women": ticking("has_women"),
    "unions_congress": ticking("has_congress"),
    "unions_supervision": ticking("has_supervision"),
    "unions_seal": ticking("has_seal"),
    "unions_bank": ticking("has_bank"),
    "audit_rate": ticking_rate("has_audit"),
    "women_rate": ticking_rate("has_women"),
    "units_with_union": lambda town: len(unionised(town)),
    "union_rate": lambda town: part(working(town), has_union(town)),
    "union_rate_large": lambda town: part(large(town), has_union(town)),
    "union_rate_companies": lambda town: part(companies(town), has_union(town)),
    "union_rate_above_scale": lambda town: part(above_scale(town), has_union(town)),
    "unions_revoked": lambda town: len(town.during("union_org", "ended_on", org_type=("10", "20"))),
    "units_working": lambda town: len(working(town)),
    "units_companies": lambda town: len(companies(town)),
    "units_nonpublic": lambda town: sum(row["nonpublic"] == "1" for row in working(town)),
    "units_large": lambda town: len(large(town)),
    "units_large_union": lambda town: part(large(town), has_union(town))[0],
    **{f"units_union_{name}": of_nature(codes) for name, codes in NATURES.items()},
    "units_without_union": lambda town: len(without_union(town)),
    **{
        f"units_without_union_{code}": because(code)
        for code in ("01", "02", "03", "04", "05", "06", "07", "08", "99")
    },
    "units_planned": lambda town: sum(bool(r["planned_union_on"]) for r in without_union(town)),
    "workers": workers("workers_total", working),
    "workers_female": workers("workers_female", working),
    "workers_migrant": workers("workers_migrant", working),
    "workers_union": workers("workers_total", unionised),
    "workers_union_female": workers("workers_female", unionised),
    "workers_union_migrant": workers("workers_migrant", unionised),
}
