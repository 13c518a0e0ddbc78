"""Practice records: receipts, membership fees, the budget and the cash book."""

from collections.abc import Sequence
from datetime import date, timedelta

from models.practice.names import person
from models.records.budget import BudgetLine, CashItem
from models.records.funds import FundUnit
from models.records.receipts import Dues, Receipt, ReceiptBook
from models.records.unions import Union
from models.store import Store
from models.values.dates import PartialDate

SPOILT = 4
BUDGET: tuple[tuple[str, int, int], ...] = (
    ("401", 6_200_000, 6_050_000),
    ("402", 98_000_000, 94_600_000),
    ("403", 2_000_000, 1_800_000),
    ("405", 5_000_000, 5_000_000),
    ("50102", 12_000_000, 11_300_000),
    ("50103", 3_000_000, 2_750_000),
    ("502", 8_000_000, 7_420_000),
    ("50304", 6_000_000, 5_860_000),
    ("50305", 10_000_000, 9_640_000),
    ("50401", 4_000_000, 3_300_000),
    ("505", 3_000_000, 2_900_000),
)
CASH: tuple[tuple[int, int, str, str, int, str, str], ...] = (
    (1, 18, "2", "50305", 1_860_000, "惠民超市", "春节送温暖慰问品"),
    (2, 6, "2", "505", 86_500, "文汇办公用品店", "办公用品"),
    (3, 8, "2", "50102", 420_000, "镇文化站", "三八节女职工趣味运动会"),
    (4, 16, "1", "403", 800_000, "县总工会", "超收补助"),
    (4, 26, "2", "50103", 268_000, "广告制作部", "五一宣传展板"),
    (5, 20, "1", "405", 2_500_000, "镇财政所", "行政补助上半年"),
    (6, 12, "2", "50401", 315_000, "县职工培训中心", "协商代表培训"),
    (7, 15, "2", "502", 960_000, "惠民超市", "夏季送清凉"),
    (8, 22, "2", "50304", 1_200_000, "受助职工家庭", "金秋助学"),
    (9, 28, "2", "50102", 680_000, "镇文化站", "职工文艺汇演"),
    (11, 20, "1", "405", 2_500_000, "镇财政所", "行政补助下半年"),
    (12, 10, "2", "50401", 284_000, "镇会议中心", "工会干部业务培训"),
)


def add(store: Store, payers: Sequence[FundUnit]) -> None:
    """Add two books of receipts, some receipts, fees, two budgets and a cash book."""
    _add_receipts(store, payers)
    _add_dues(store)
    for year in (2023, 2024):
        _add_budget(store, year)


def _add_receipts(store: Store, payers: Sequence[FundUnit]) -> None:
    old, new = (
        store.save(
            ReceiptBook(
                kind="1",
                code="37012",
                number_from=f"{first:08}",
                number_to=f"{first + 49:08}",
                received_on=received_on,
                received_by=person(301),
                returned_on=returned_on,
            )
        )
        for first, received_on, returned_on in (
            (100_101, date(2023, 1, 10), date(2024, 1, 12)),
            (100_151, date(2024, 1, 12), None),
        )
    )
    for book, first_day, count in ((old, date(2023, 2, 6), 6), (new, date(2024, 2, 5), 12)):
        for place in range(count):
            is_spoilt = place == SPOILT
            payer = payers[place]
            store.save(
                Receipt(
                    book=book.id,
                    number=f"{int(book.number_from) + place:08}",
                    issued_on=first_day + timedelta(days=place * 24),
                    unit=None if is_spoilt else payer.unit,
                    unit_name="" if is_spoilt else payer.unit_name,
                    reason="1",
                    amount=None if is_spoilt else (payer.base_month or 0) // 50,
                    way="3",
                    handler=person(301),
                    auditor=person(300),
                    is_void=is_spoilt,
                    void_why="交款单位名称写错" if is_spoilt else "",
                )
            )


def _add_dues(store: Store) -> None:
    for place, union in enumerate(store.all(Union)[:8]):
        year = 2023 if place % 4 == 3 else 2024
        members = union.members_total or 12
        wages = members * 385_000
        store.save(
            Dues(
                union=union.id,
                union_name=union.name,
                ym=PartialDate(year, 3 + place % 3),
                members=members,
                wage_base=wages,
                amount=wages * 5 // 1000,
                handed_on=date(year, 4 + place % 3, 8),
            )
        )


def _add_budget(store: Store, year: int) -> None:
    for account, planned, actual in BUDGET:
        is_over = year == 2023
        store.save(
            BudgetLine(
                year=year,
                kind="1",
                account=account,
                planned=planned,
                actual=actual,
                previous=None if is_over else actual - actual // 20,
            )
        )
    for number, (month, day, direction, account, amount, party, purpose) in enumerate(CASH, 1):
        store.save(
            CashItem(
                paid_on=date(year, month, day),
                direction=direction,
                account=account,
                amount=amount,
                party=party,
                purpose=purpose,
                papers=2,
                handler=person(301),
                approver=person(300),
                voucher=f"记-{month:02}-{number + 50}",
            )
        )
