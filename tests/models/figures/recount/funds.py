"""Union funds, receipts, the budget and the county's tasks, counted plainly."""

from collections.abc import Callable, Mapping
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from fractions import Fraction

from tests.models.figures.recount.organisation import new
from tests.models.figures.recount.town import (
    Answer,
    Recount,
    Row,
    Town,
    by,
    plain,
    runs,
    table,
    total,
    yuan,
)

FEN = {"元": 100, "万元": 1_000_000, "亿元": 10_000_000_000}


def payer(row: Row) -> object:
    """Return the same for rows about one payer."""
    return row["unit"] if row["unit"] is not None else plain(row["unit_name"])


def paid(town: Town) -> list[Row]:
    """Return what came in, by its day, else by the month it is for."""
    return [row for row in town.rows("fund_in") if town.inside(row["in_on"] or row["ym"])]


def paid_by(town: Town, way: str, *modes: str) -> list[Row]:
    """Return what came in one way, or where none is told from payers of some modes."""
    payers = {payer(row) for row in town.rows("fund_unit") if row["mode"] in modes}
    return [
        row for row in paid(town) if (row["way"] == way if row["way"] else payer(row) in payers)
    ]


def by_tax(town: Town) -> list[Row]:
    """Return what the tax office collected."""
    return paid_by(town, "1", "1", "2")


def task(town: Town, scope: str, figure: str) -> int | None:
    """Return the year's task in fen."""
    tasks = sorted(town.of_year("fund_task"), key=lambda row: (row["scope"], row["id"]))
    for row in tasks:
        if row["scope"] == scope and row["target"]:
            return int(row["target"])
    for row in town.of_year("task_target"):
        if row["figure"] == figure and row["target"] and row["unit_label"] in FEN:
            return int(Decimal(row["target"]) / 100 * FEN[row["unit_label"]])
    return None


def task_rate(scope: str, figure: str, rows: Callable[[Town], list[Row]]) -> Recount:
    """Return what tells how far a task is met."""

    def count(town: Town) -> Answer:
        whole = task(town, scope, figure)
        return yuan(total(rows(town), "amount")), yuan(whole or 0)

    return count


def above(town: Town, month: str) -> Fraction | None:
    """Return the share of the funds that goes up in a month."""
    day = f"{month}-01"
    for row in sorted(town.rows("fund_rule"), key=lambda one: (one["valid_from"] or "", one["id"])):
        if runs(row, day, "valid_from", "valid_to") and row["grass_share"] is not None:
            return 1 - Fraction(row["grass_share"] + (row["town_share"] or 0), 10_000)
    return None


def months_full(town: Town) -> tuple[int, int]:
    """Return the months for which all that was due went up, and all months."""
    years = range(int(town.first[:4]), town.year + 1)
    months = [f"{year}-{month:02}" for year in years for month in range(1, 13)]
    months = [month for month in months if town.inside(month)]
    full = 0
    for row in town.rows("remit"):
        if row["ym"] in months and row["amount"] is not None:
            due = row["due"]
            share = above(town, row["ym"])
            if due is None and share is not None:
                income = row["income"]
                if income is None:
                    income = total(
                        (one for one in town.rows("fund_in") if one["ym"] == row["ym"]), "amount"
                    )
                due = int(
                    (Decimal((income * share).numerator) / (income * share).denominator).quantize(
                        Decimal(1), ROUND_HALF_UP
                    )
                )
            full += due is not None and row["amount"] >= due
    return full, len(months)


def owed(rows: list[Row]) -> int:
    """Return what is owed less what is waived."""
    return total(rows, "due") - total(rows, "relief")


def collected(town: Town) -> Answer:
    """Return what was paid for the months of the span, and what was due."""
    return (
        yuan(total(town.during("fund_in", "ym"), "amount")),
        yuan(owed(town.during("fund_due", "ym"))),
    )


def arrears(town: Town) -> list[int]:
    """Return what each payer still owes for the year's months that have come."""

    def of_year(name: str) -> dict[object, list[Row]]:
        rows = [
            row
            for row in town.rows(name)
            if town.reached(row["ym"]) and row["ym"][:4] == str(town.year) and len(row["ym"]) >= 7
        ]
        return by(rows, payer)

    dues, sums = of_year("fund_due"), of_year("fund_in")
    missing = [owed(rows) - total(sums.get(one, ()), "amount") for one, rows in dues.items()]
    return [fen for fen in missing if fen > 0] + [
        -fen for one, rows in sums.items() if one not in dues and (fen := total(rows, "amount")) < 0
    ]


def payers(town: Town, *modes: str) -> Answer:
    """Return those who pay."""
    return sum(
        runs(row, town.as_of, "valid_from", "valid_to") and (not modes or row["mode"] in modes)
        for row in town.rows("fund_unit")
    )


def paying_units(town: Town) -> Answer:
    """Return the units from which something came."""
    return len({payer(r) for r in paid(town) if (r["amount"] or 0) > 0 and not r["is_month_total"]})


def blank_forms(town: Town) -> Answer:
    """Return the numbers of the books in use that are blank."""
    written = [row for row in town.rows("receipt") if town.reached(row["issued_on"])]
    left = 0
    for book in town.rows("receipt_book"):
        first, last = book["number_from"], book["number_to"]
        is_back = book["returned_on"] and book["returned_on"] <= town.as_of
        if is_back or not town.reached(book["received_on"]):
            continue
        if first.isdecimal() and last.isdecimal():
            numbers = range(int(first), int(last) + 1)
            used = sum(
                row["book"] == book["id"]
                and row["number"].isdecimal()
                and int(row["number"]) in numbers
                for row in written
            )
            left += int(last) - int(first) + 1 - used
    return left


def directions() -> dict[str, str]:
    """Return whether an account is of income or of spending."""
    return {line["code"]: line["direction"] for line in table("union_account")}


def budget(town: Town, side: str) -> list[Row]:
    """Return the planned lines of one side that no other line splits."""
    lines = [
        row
        for row in town.of_year("budget_line")
        if row["kind"] == "1" and row["planned"] is not None
    ]
    accounts = {row["account"] for row in lines}
    return [
        row
        for row in lines
        if directions().get(row["account"], "") == side
        and not any(o != row["account"] and o.startswith(row["account"]) for o in accounts)
    ]


def budget_rate(side: str) -> Recount:
    """Return what tells how far the budget of one side came true."""

    def count(town: Town) -> Answer:
        done, booked = 0, set[str]()
        for row in budget(town, side):
            finals = [
                one["actual"]
                for one in town.of_year("budget_line")
                if one["kind"] == "2"
                and (one["account"], one["name"]) == (row["account"], row["name"])
                and one["actual"] is not None
            ]
            if row["actual"] is not None:
                done += row["actual"]
            elif finals:
                done += sum(finals)
            else:
                booked.add(row["account"])
        until = min(town.last, town.as_of)
        for row in town.rows("cash_item"):
            if row["paid_on"] and f"{town.year}-01-01" <= row["paid_on"] <= until:
                sign = 1 if row["direction"] == side else -1
                for account in booked:
                    done += sign * (row["amount"] or 0) * row["account"].startswith(account)
        return yuan(done), yuan(total(budget(town, side), "planned"))

    return count


def cash(side: str) -> Recount:
    """Return what adds up one side of the cash book."""
    return lambda town: yuan(total(town.during("cash_item", "paid_on", direction=side), "amount"))


def founding_task(town: Town) -> int | None:
    """Return how many unions the county asked for."""
    for row in town.of_year("task_target"):
        if row["figure"] == "unions_new":
            if row["target"] is None:
                return None
            return int((Decimal(row["target"]) / 100).to_integral_value(ROUND_CEILING))
    return None


def amounts(name: str, day: str, column: str = "amount", **equals: object) -> Recount:
    """Return what adds up money of the span."""
    return lambda town: yuan(total(town.during(name, day, **equals), column))


def tax_task(town: Town) -> Answer:
    """Return the task of the tax office."""
    found = task(town, "1", "fund_tax_in")
    return None if found is None else yuan(found)


FIGURES: Mapping[str, Recount] = {
    "fund_months_full": lambda town: months_full(town)[0],
    "fund_tax_in": lambda town: yuan(total(by_tax(town), "amount")),
    "fund_treasury_in": lambda town: yuan(total(paid_by(town, "2", "3"), "amount")),
    "fund_tax_task": tax_task,
    "fund_tax_rate": task_rate("1", "fund_tax_in", by_tax),
    "fund_in": lambda town: yuan(total(paid(town), "amount")),
    "fund_task_rate": task_rate("2", "fund_in", paid),
    "fund_due": lambda town: yuan(owed(town.during("fund_due", "ym"))),
    "fund_collect_rate": collected,
    "fund_arrears": lambda town: yuan(sum(arrears(town))),
    "fund_arrears_units": lambda town: len(arrears(town)),
    "fund_payers": payers,
    "fund_tax_payers": lambda town: payers(town, "1", "2"),
    "fund_units_paid": paying_units,
    "fund_remitted": amounts("remit", "ym"),
    "fund_returned": amounts("fund_back", "in_on"),
    "fund_prep_in": lambda town: yuan(total((r for r in paid(town) if r["is_prep"]), "amount")),
    "fund_prep_returned": amounts("prep_fund", "returned_on", "returned"),
    "fund_duns": lambda town: len(town.during("fund_dun", "issued_on")),
    "fund_duns_amount": amounts("fund_dun", "issued_on", "arrears"),
    "dues_total": amounts("dues", "ym"),
    "dues_unions": lambda town: len(
        {r["union"] or r["union_name"] for r in town.during("dues", "ym") if r["amount"]}
    ),
    "receipts_issued": lambda town: len(town.during("receipt", "issued_on", is_void=0)),
    "receipts_void": lambda town: len(town.during("receipt", "issued_on", is_void=1)),
    "receipts_left": blank_forms,
    "budget_income": lambda town: yuan(total(budget(town, "1"), "planned")),
    "budget_spend": lambda town: yuan(total(budget(town, "2"), "planned")),
    "budget_income_rate": budget_rate("1"),
    "budget_spend_rate": budget_rate("2"),
    "cash_in": cash("1"),
    "cash_out": cash("2"),
    "cash_net": lambda town: yuan(
        total(town.during("cash_item", "paid_on", direction="1"), "amount")
        - total(town.during("cash_item", "paid_on", direction="2"), "amount")
    ),
    "task_unions": founding_task,
    "task_unions_rate": lambda town: (len(new(town)), founding_task(town) or 0),
}
