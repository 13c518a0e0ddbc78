"""What must hold between figures: sums, parts, rates and stocks, declared by their codes."""

from dataclasses import dataclass

from models import codes


@dataclass(frozen=True, slots=True)
class Sum:
    """Parts that make a whole; where records may lack what tells them apart, `lack` says so.

    With `lack` the parts may stay below the whole, and the clerk is told what is not filled in.
    """

    whole: str
    parts: tuple[str, ...]
    lack: str = ""
    tells: bool = False


@dataclass(frozen=True, slots=True)
class Most:
    """A whole with parts none of which can be more than it.

    Where both come from different lists, one of which may be behind, it is `likely` only.
    """

    whole: str
    parts: tuple[str, ...]
    likely: bool = False


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate with the figures that are its numerator and its denominator."""

    rate: str
    numerator: str
    denominator: str


@dataclass(frozen=True, slots=True)
class Balance:
    """A stock: that of the year before, with what came and without what went, is this year's.

    `check` names what to look at when it does not come out; `aside` is the stock of those who are
    counted apart for a while and come back.
    """

    stock: str
    came: tuple[str, ...]
    went: tuple[str, ...]
    check: str
    aside: str = ""


def _numbered(prefix: str, table: str, *, skip: tuple[str, ...] = ()) -> tuple[str, ...]:
    return tuple(f"{prefix}{one.code}" for one in codes.table(table).lines if one.code not in skip)


def _of_kind(table: str, pattern: str) -> tuple[str, ...]:
    return tuple(pattern.format(one.extra["figure"]) for one in codes.table(table).lines)


SUMS: tuple[Sum, ...] = (
    Sum("unions_total", ("unions_single", "unions_joint")),
    Sum("unions_new", ("unions_new_single", "unions_new_joint")),
    Sum(
        "units_with_union",
        tuple(
            f"units_union_{one}"
            for one in (
                "domestic",
                "overseas_chinese",
                "foreign",
                "institutions",
                "offices",
                "self_employed",
                "social",
                "other",
            )
        ),
    ),
    Sum(
        "unions_new_single",
        ("unions_new_coop", "unions_new_hotel", "unions_new_restaurant", "unions_new_market"),
        lack="建会载体",
    ),
    Sum("unions_new_joint", ("unions_new_joint_village", "unions_new_joint_park"), lack="类别"),
    Sum(
        "units_without_union",
        _numbered("units_without_union_", "no_union_reason"),
        lack="未建会原因",
    ),
    Sum("patents_applied", ("patents_invention", "patents_utility", "patents_design")),
    Sum("train_all_sessions", ("train_sessions", "train_union_sessions")),
    Sum("train_all_people", ("train_people", "train_union_people")),
    Sum("model_people", _numbered("model_people_", "grade"), lack="级别"),
    Sum("venues", ("venues_home", "venues_library", "venues_station"), lack="其他类型"),
    Sum("aid_times", _of_kind("aid_kind", "aid_{}_times"), lack="类别"),
    Sum("aid_amount", _of_kind("aid_kind", "aid_{}_amount"), lack="类别"),
    Sum("aid_amount", _of_kind("aid_fund", "aid_from_{}"), lack="资金来源", tells=True),
    Sum("cases", _numbered("cases_source_", "case_source"), lack="来源"),
    Sum("cases", _numbered("cases_cause_", "case_cause"), lack="案由"),
    Sum("law_letters", _numbered("law_letters_", "law_letter_kind"), lack="种类"),
    Sum("events", ("contests", "law_events"), lack="其他类型"),
)
"""Wholes with the parts that fill them."""

AT_MOST: tuple[Most, ...] = (
    Most("unit_total", ("unit_maintained",)),
    Most(
        "unions_total",
        (
            "unions_new",
            "terms_renewed",
            "unions_audit",
            "unions_women",
            "unions_certified",
            "women_committees_due",
            "chairs_vacant",
            "unions_congress",
            "unions_supervision",
            "unions_seal",
            "unions_bank",
        ),
    ),
    Most("units_with_union", ("joint_units",)),
    Most(
        "units_working",
        ("units_large", "units_nonpublic", "units_companies", "units_without_union"),
        likely=True,
    ),
    Most("workers", ("workers_female", "workers_migrant", "workers_union"), likely=True),
    Most("workers_union", ("workers_union_female", "workers_union_migrant"), likely=True),
    Most("union_members", ("union_members_female",)),
    Most(
        "members_active",
        (
            "members_female",
            "members_migrant",
            "members_dispatch",
            "members_new_form",
            "members_of_joint",
            "members_verified",
        ),
    ),
    Most("members_new", ("members_new_migrant", "members_new_new_form", "members_new_female")),
    Most("workers", ("cb_workers", "mi_people", "members_active"), likely=True),
    Most("cb_units_scope", ("cb_units_signed",)),
    Most("above_scale_total", ("dm_disclosed",)),
    Most("dm_units", ("dm_disclosed",)),
    Most("dm_proposals", ("dm_proposals_filed",)),
    Most("dm_proposals_filed", ("dm_proposals_done",)),
    Most("dm_delegates", ("dm_delegates_women",)),
    Most("comp_participants", ("comp_people", "comp_honoured")),
    Most("comp_events", ("labour_contests",)),
    Most("sugg_qty", ("sugg_adopted",)),
    Most("sugg_adopted", ("sugg_done",)),
    Most("patents_granted", ("patents_invention_granted",)),
    Most("visit_times", ("visit_units", "visit_led")),
    Most("survey_issued", ("survey_returned",)),
    Most("issues", ("issues_solved", "issues_petitions")),
    Most("hard_people", ("hard_on_file",)),
    Most("aid_times", ("aid_people",)),
    Most("aid_people", ("aid_students",)),
    Most("aid_amount", ("aid_in_kind_amount",)),
    Most("cases_closed", ("cases_settled",)),
    Most("ankang_people", ("ankang_units",)),
    Most("ankang_units", ("ankang_awards",)),
    Most("safety_check_units", ("safety_units_checked",)),
    Most("hazards_found", ("hazards_closed", "hazards_major")),
    Most("exam_people", ("exam_abnormal", "exam_suspected")),
    Most("events", ("contests", "sport_events", "law_events", "events_key")),
    Most("events_people", ("contest_people", "sport_people", "law_people")),
    Most("events_money", ("condolence_money",)),
    Most("receptions", ("inspections",)),
    Most("honors_received", ("honors_town",)),
    Most("media_all", ("media_upper",)),
    Most("mi_places", ("mi_people",)),
    Most("fund_in", ("fund_tax_in", "fund_prep_in")),
    Most("fund_payers", ("fund_tax_payers", "fund_arrears_units"), likely=True),
)
"""Wholes with parts none of which can be more; 涵盖 never exceeds 全部."""

RATES: tuple[Rate, ...] = (
    Rate("maint_rate", "unit_maintained", "unit_total"),
    Rate("audit_rate", "unions_audit", "unions_total"),
    Rate("women_rate", "unions_women", "unions_total"),
    Rate("certified_rate", "unions_certified", "unions_total"),
    Rate("cb_rate", "cb_units_signed", "cb_units_scope"),
    Rate("dm_rate", "dm_disclosed", "above_scale_total"),
    Rate("dm_proposal_rate", "dm_proposals_done", "dm_proposals_filed"),
    Rate("members_migrant_share", "members_migrant", "members_active"),
    Rate("members_verified_rate", "members_verified", "members_active"),
    Rate("members_female_share", "members_female", "members_active"),
    Rate("issues_rate", "issues_solved", "issues"),
    Rate("hazards_rate", "hazards_closed", "hazards_found"),
    Rate("task_unions_rate", "unions_new", "task_unions"),
    Rate("fund_tax_rate", "fund_tax_in", "fund_tax_task"),
)
"""Rates whose numerator and denominator are figures of their own."""

MAY_EXCEED_ALL = frozenset(
    {
        "task_unions_rate",
        "fund_tax_rate",
        "fund_task_rate",
        "fund_collect_rate",
        "budget_income_rate",
        "budget_spend_rate",
        "cb_raise",
    }
)
"""Rates against a plan, which can be more than done, and growth."""

BALANCES: tuple[Balance, ...] = (
    Balance("unions_total", ("unions_net",), (), "建会日期和撤销日期"),
    Balance(
        "members_active", ("members_net",), (), "入会、转入和减少的会籍变动", "members_retained"
    ),
    Balance(
        "hard_on_file", ("hard_new",), ("hard_relieved", "hard_closed"), "建档、脱困和销档的日期"
    ),
)
"""Stocks that two years' figures tie together."""
