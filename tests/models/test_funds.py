"""Union funds: what cannot be, what follows, what is owed, and the figures of a hand-counted town."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.errors import Problem
from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.figures.telling import as_json
from models.periods import between, year_period
from models.records.base import Record
from models.records.budget import BudgetLine, CashItem
from models.records.funds import FundDue, FundIn, FundRule, FundTask, FundUnit
from models.records.papers import Target
from models.records.receipts import Dues, Receipt, ReceiptBook
from models.records.remittances import FundDun, FundReturn, PreparationFund, Remittance
from models.records.units import Unit
from models.rules.checking import check_entry, complete
from models.rules.receipts import individual_dues
from models.store import Store
from models.targets import progress
from models.values.dates import PartialDate

MARCH = PartialDate(2024, 3)
RULE = FundRule(
    doc_no="县工发〔2021〕12号",
    valid_from=date(2021, 1, 1),
    rate=Decimal(2),
    grass_share=Decimal(60),
    county_share=Decimal(20),
    city_share=Decimal(5),
    province_share=Decimal(10),
    national_share=Decimal(5),
)
PAYER = FundUnit(unit_name="甲厂", mode="1")
DUE = FundDue(unit_name="甲厂", ym=MARCH, due=10_000)
PAID = FundIn(unit_name="甲厂", ym=MARCH, amount=10_000, way="1")
SENT = Remittance(ym=MARCH, income=100_000, due=40_000, amount=40_000, remit_on=date(2024, 4, 9))
BACK = FundReturn(in_on=PartialDate(2024, 5), kind="3", amount=500)
DUN = FundDun(unit_name="甲厂", number="镇工催1号", arrears=5_000, issued_on=date(2024, 12, 2))
PREPARATION = PreparationFund(unit_name="甲厂", from_on=date(2023, 7, 1))
BOOK = ReceiptBook(
    kind="1",
    code="37012",
    number_from="000101",
    number_to="000120",
    received_on=date(2024, 1, 8),
)
RECEIPT = Receipt(
    number="000101", issued_on=date(2024, 2, 6), unit_name="甲厂", reason="1", amount=140_950
)
DUES = Dues(union_name="甲厂工会", ym=MARCH, amount=1_725)
ITEM = CashItem(
    paid_on=date(2024, 3, 8), direction="2", account="50102", amount=30_000, purpose="趣味运动会"
)


def _add(store: Store, *records: Record) -> list[Record]:
    with store.change("新增"):
        return [store.save(one) for one in records]


def _book(store: Store) -> ReceiptBook:
    with store.change("领用票据"):
        return store.save(BOOK)


def _texts(store: Store, record: Record, level: str) -> list[str]:
    return [one.text for one in check_entry(record, store) if one.level == level]


def _figures(store: Store) -> dict[str, Figure]:
    return dict(compute(store, year_period(2024)))


@pytest.mark.parametrize(
    ("record", "says"),
    [
        (replace(RULE, grass_share=Decimal(50)), "各级留成合计90%，应当正好是100%"),
        (replace(RULE, valid_to=date(2020, 1, 1)), "早于开始的日期"),
        (replace(PAYER, year_month=13), "年征月份应为1到12"),
        (replace(DUE, due=-1), "应缴不能是负数，退款请登记在实缴"),
        (replace(DUE, relief=10_001, relief_why="停产"), "减免大于应缴"),
        (replace(PAID, amount=0), "实缴不能是0，没有缴就不登记"),
        (replace(PAID, in_on=PartialDate(2099, 1)), "入账日期晚于今天"),
        (replace(SENT, remit_on=date(2024, 2, 1)), "上解日期早于所属月份"),
        (replace(SENT, amount=-1), "实际上解不能是负数"),
        (replace(BACK, amount=0), "返还金额应大于0"),
        (replace(BACK, paid_on=date(2024, 4, 1)), "拨付日期早于到账日期"),
        (FundTask(year=2024, scope="1", target=0), "任务额应大于0"),
        (replace(DUN, deadline=date(2024, 12, 1)), "补缴期限早于发出日期"),
        (replace(DUN, arrears=0), "欠缴金额应大于0"),
        (replace(PREPARATION, to_on=date(2023, 1, 1)), "早于开始的日期"),
        (replace(BOOK, number_to="000100"), "止号小于起号"),
        (replace(BOOK, number_to="12号"), "“12号”不是号码，应当全是数字"),
        (replace(BOOK, returned_on=date(2024, 1, 1)), "核销日期早于领用日期"),
        (replace(DUES, amount=0), "会费额应大于0"),
        (replace(ITEM, amount=0), "金额应大于0；冲销的请登记相反的收支"),
        (replace(ITEM, paid_on=date(2099, 1, 1)), "日期晚于今天"),
    ],
)
def test_what_cannot_be_true_is_not_saved(store: Store, record: Record, says: str) -> None:
    assert says in _texts(store, record, "error")
    with pytest.raises(Problem), store.change("新增"):
        store.save(record)


@pytest.mark.parametrize(
    ("record", "says"),
    [
        (replace(PAYER, mode="2", collect_rate=Decimal(2)), "征收率一般是0.8%"),
        (replace(PAYER, cycle="3"), "按年缴纳的，请填几月征收"),
        (replace(PAYER, mode=""), "税务代收的经费不会计入代征任务"),
        (replace(DUE, payroll=400_000, rate=Decimal(2)), "工资总额×比例是80.00元"),
        (replace(DUE, payroll=0, due=0), "工资总额为0，请在备注写明理由"),
        (replace(DUE, relief=100), "有减免，请写明理由"),
        (replace(SENT, amount=39_900), "比应上解少1.00元，这个月不算足额上划"),
        (replace(SENT, remit_on=date(2024, 5, 2)), "超过1个月才上解"),
        (replace(BACK, kind="2"), "小微企业返还请填受益单位"),
        (replace(DUN, result="3"), "工会法第四十四条"),
        (replace(DUN, result="1"), "已补缴的请填补缴日期"),
        (replace(PREPARATION, returned=100), "已返还的请填返还日期"),
        (replace(DUES, members=1, wage_base=340_000), "按计费工资最多17.00元"),
        (replace(DUES, members=1, wage_base=400_000), "按计费工资应在19.95元以上"),
        (replace(ITEM, direction="1"), "科目与收支方向不一致"),
    ],
)
def test_what_is_odd_is_said_and_kept(store: Store, record: Record, says: str) -> None:
    assert any(says in text for text in _texts(store, record, "warn"))
    assert _texts(store, record, "error") == []


def test_what_is_in_order_is_passed_over(store: Store) -> None:
    for record in (RULE, PAYER, DUE, PAID, SENT, BACK, DUN, PREPARATION, BOOK, DUES, ITEM):
        assert check_entry(record, store) == ()


@pytest.mark.parametrize(
    ("payroll", "rate", "due"),
    [(123_456, 2, 2_469), (50_025, 2, 1_001), (50_024, 2, 1_000), (62_500_000, None, 1_250_000)],
)
def test_a_due_is_payroll_times_rate_rounded_half_up(
    payroll: int, rate: int | None, due: int
) -> None:
    found = complete(FundDue(payroll=payroll, rate=None if rate is None else Decimal(rate)))

    assert (found.due, found.rate) == (due, Decimal(2))


def test_a_due_that_was_put_down_is_left_alone() -> None:
    assert complete(FundDue(payroll=100_000, due=1_500)).due == 1_500


@pytest.mark.parametrize(
    ("wage", "dues"), [(345_860, 1_725), (345_000, 1_725), (346_000, 1_730), (999, 0)]
)
def test_one_members_fee_leaves_out_what_is_below_ten_yuan(wage: int, dues: int) -> None:
    assert individual_dues(wage) == dues


def test_two_rules_of_sharing_never_hold_at_once(store: Store) -> None:
    _add(store, RULE)
    later = replace(RULE, valid_from=date(2024, 1, 1), doc_no="县工发〔2024〕1号")

    overlapping = _texts(store, later, "error")
    kept = store.all(FundRule)[0]
    _add(store, replace(kept, valid_to=date(2023, 12, 31)))

    assert overlapping == ["与县工发〔2021〕12号的有效期重叠，请先给前一条填停止日期"]
    assert _texts(store, later, "error") == []


def test_a_small_grassroots_share_is_told_with_its_source(store: Store) -> None:
    low = replace(RULE, grass_share=Decimal(35), county_share=Decimal(45))

    assert any("工财字〔2004〕42号" in text for text in _texts(store, low, "warn"))


def test_a_payment_without_day_and_voucher_is_the_months_total() -> None:
    assert complete(PAID).is_month_total
    assert not complete(replace(PAID, in_on=PartialDate(2024, 3, 14))).is_month_total
    assert not complete(replace(PAID, voucher="记-03-1", is_month_total=True)).is_month_total


def test_a_payments_month_follows_from_its_day() -> None:
    assert complete(replace(PAID, ym=None, in_on=PartialDate(2024, 6, 3))).ym == PartialDate(
        2024, 6
    )


def test_a_total_beside_single_payments_is_told(store: Store) -> None:
    unit = Unit(name="甲厂")
    with store.change("新增"):
        number = store.save(unit).id
        store.save(replace(PAID, unit=number))

    texts = _texts(store, replace(PAID, unit=number, in_on=PartialDate(2024, 3, 9)), "warn")

    assert texts == ["这个月既有按月合计又有逐笔实缴，会加在一起，请核对有没有重复"]


def test_arrears_in_writing_are_compared_with_the_ledger(store: Store) -> None:
    with store.change("新增"):
        number = store.save(Unit(name="甲厂")).id
        store.save(replace(DUE, unit=number))
        store.save(replace(PAID, unit=number, amount=4_000))
    dun = replace(DUN, unit=number, period_from=MARCH, period_to=MARCH)

    assert _texts(store, dun, "warn") == ["收缴台账里这几个月欠缴60.00元，请核对"]
    assert _texts(store, replace(dun, arrears=6_000), "warn") == []


def test_books_do_not_share_numbers(store: Store) -> None:
    _add(store, BOOK)
    other = replace(BOOK, number_from="000120", number_to="000140")

    assert _texts(store, other, "error") == ["与已登记的号段000101—000120重叠"]
    assert _texts(store, replace(other, number_from="000121"), "error") == []
    assert _texts(store, replace(other, code="37013"), "error") == []


def test_a_number_is_never_used_twice_and_must_be_the_books(store: Store) -> None:
    book = _book(store)
    receipt = replace(RECEIPT, book=book.id)
    _add(store, receipt)

    again = _texts(store, receipt, "error")
    outside = _texts(store, replace(receipt, number="000121"), "error")

    assert again == ["已有一条收据的所属号段、收据号码与此相同，请核对"]
    assert outside == ["不在所属号段000101—000120之内"]


def test_a_gap_in_the_numbers_is_told(store: Store) -> None:
    book = _book(store)

    texts = _texts(store, replace(RECEIPT, book=book.id, number="000103"), "warn")

    assert texts == ["前一号000102还没有登记；作废的也要登记"]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"is_void": True}, "作废的收据请写明原因"),
        ({"amount": 0}, "金额应大于0；写坏的请勾选作废"),
        ({"amount": None}, "请填写金额；写坏的收据请勾选作废"),
        ({"unit_name": ""}, "请填写交款单位（人）"),
        ({"issued_on": date(2099, 1, 1)}, "开具日期晚于今天"),
    ],
)
def test_what_a_receipt_must_have(store: Store, changes: dict[str, object], says: str) -> None:
    book = _book(store)

    wrong = replace(RECEIPT, book=book.id, **changes)  # type: ignore[arg-type]

    assert says in _texts(store, wrong, "error")


def test_a_void_receipt_keeps_its_number_and_needs_only_its_reason(store: Store) -> None:
    book = _book(store)
    void = replace(
        RECEIPT, book=book.id, unit_name="", amount=None, is_void=True, void_why="名称写错"
    )

    _add(store, void)

    assert store.all(Receipt)[0].about.is_alive(void, date(2024, 12, 31)) is False
    assert _texts(store, replace(RECEIPT, book=book.id), "error") != []


def test_a_book_with_receipts_is_not_deleted_nor_shortened(store: Store) -> None:
    book = _book(store)
    _add(store, replace(RECEIPT, book=book.id))

    assert _texts(store, replace(book, number_from="000102"), "error") == [
        "已开的收据000101号不在这个号段里"
    ]
    with pytest.raises(Problem), store.change("删除"):
        store.delete(book)


def test_a_demand_is_done_when_it_was_paid(store: Store) -> None:
    del store
    on = date(2024, 12, 31)
    names = {
        code: DUN.about.state_of(replace(DUN, result=code), on) for code in ("", "2", "3", "1")
    }

    assert [one.name if one else "" for one in names.values()] == [
        "待补缴",
        "待补缴",
        "申请支付令",
        "已了结",
    ]
    assert not DUN.about.is_alive(replace(DUN, result="1"), on)


def _year(store: Store) -> None:
    """Three payers: one pays in full, one late, one in part; two months were handed up."""
    _add(store, RULE)
    for name, mode in (("甲厂", "1"), ("乙厂", "3"), ("丙店", "1")):
        _add(store, FundUnit(unit_name=name, mode=mode))
    for month in (1, 2):
        ym = PartialDate(2024, month)
        _add(
            store,
            *(FundDue(unit_name=name, ym=ym, due=10_000) for name in ("甲厂", "乙厂", "丙店")),
        )
        _add(store, replace(PAID, ym=ym))
    january, february = PartialDate(2024, 1), PartialDate(2024, 2)
    _add(
        store,
        FundIn(unit_name="乙厂", ym=january, in_on=PartialDate(2025, 1, 3), amount=20_000, way="2"),
        FundIn(unit_name="丙店", ym=february, in_on=PartialDate(2024, 2, 9), amount=4_050),
        Remittance(ym=january, income=30_000, due=12_000, amount=12_000),
        Remittance(ym=february, income=14_050, amount=5_619),
    )


def test_figures_of_a_town_counted_by_hand(store: Store) -> None:
    _year(store)

    found = _figures(store)

    # 甲 200.00 and 丙 40.50 (by the payer's mode); 乙's 200.00 arrived in January 2025.
    assert found["fund_tax_in"].value == Decimal("240.50")
    assert found["fund_in"].value == Decimal("240.50")
    assert found["fund_due"].value == Decimal("600.00")
    assert found["fund_arrears"].value == Decimal("159.50")
    assert found["fund_arrears_units"].value == 1
    assert {one.unit_name for one in found["fund_arrears"].records} == {"丙店"}  # type: ignore[attr-defined]
    assert found["fund_collect_rate"].value == Decimal("73.4")
    assert found["fund_payers"].value == 3
    assert found["fund_tax_payers"].value == 2
    assert found["fund_remitted"].value == Decimal("176.19")


def test_a_month_is_full_by_its_own_due_or_by_the_rule(store: Store) -> None:
    _year(store)

    found = _figures(store)["fund_months_full"]
    half = compute(store, between(date(2024, 1, 1), date(2024, 2, 29)))["fund_months_full"]
    february = store.find(Remittance, ym=PartialDate(2024, 2))[0]
    _add(store, replace(february, amount=5_620))
    mended = _figures(store)["fund_months_full"]

    assert (found.value, found.numerator, found.denominator, found.text) == (1, 1, 12, "1个月")
    assert [one.id for one in found.others] == [february.id]
    assert (half.numerator, half.denominator) == (1, 2)
    assert mended.value == 2


def test_the_tax_task_comes_from_the_funds_own_list_before_the_countys(store: Store) -> None:
    _year(store)
    words = "税务代征工会经费"
    _add(store, Target(indicator=words, year=2024, target=Decimal("0.03"), unit_label="万元"))
    by_target = _figures(store)["fund_tax_rate"]
    _add(store, FundTask(year=2024, scope="1", target=24_100))

    by_task = _figures(store)["fund_tax_rate"]

    assert (by_target.numerator, by_target.denominator) == (Decimal("240.50"), Decimal("300.00"))
    assert by_target.value == Decimal("80.2")
    assert by_task.value == Decimal("99.8")


def test_a_target_in_ten_thousands_is_compared_with_yuan(store: Store) -> None:
    _year(store)
    words = "税务代征工会经费"
    _add(store, Target(indicator=words, year=2024, target=Decimal("0.03"), unit_label="万元"))

    state = progress(store, _figures(store), 2024)[0]

    assert state.done == Decimal("0.02405")
    assert state.words == "还差0.00595万元"


def test_what_is_nearly_all_is_not_said_to_be_all_and_more_is(store: Store) -> None:
    _add(store, FundTask(year=2024, scope="2", target=100_000_00))
    _add(store, replace(PAID, amount=99_999_99))
    short = _figures(store)["fund_task_rate"]
    _add(store, FundIn(unit_name="乙厂", ym=MARCH, amount=2))

    over = _figures(store)["fund_task_rate"]

    assert (short.value, short.text) == (Decimal("100.0"), "99.99999%")
    assert (over.value, over.text) == (Decimal("100.0"), "100%")


def test_amounts_are_told_as_plain_numbers_in_yuan(store: Store) -> None:
    _year(store)
    _add(store, FundTask(year=2024, scope="1", target=24_100))
    period = year_period(2024)

    told = as_json(compute(store, period), period)["figures"]["fund_tax_rate"]  # type: ignore[index]

    assert (told["numerator"], told["denominator"], told["value"]) == (240.5, 241.0, 99.8)


def test_receipts_and_fees_are_counted(store: Store) -> None:
    book = _book(store)
    receipt = replace(RECEIPT, book=book.id)
    void = replace(receipt, number="000102", is_void=True, void_why="写错")
    _add(store, receipt, void, DUES)

    found = _figures(store)

    assert found["receipts_issued"].value == 1
    assert found["receipts_void"].value == 1
    assert found["receipts_left"].value == 18
    assert found["dues_total"].value == Decimal("17.25")


def test_the_budget_is_carried_out_by_what_was_put_down_or_by_the_cash_book(store: Store) -> None:
    plan = BudgetLine(year=2024, kind="1", account="501", planned=90_000)
    _add(
        store,
        plan,
        replace(plan, account="50102", planned=60_000),
        replace(plan, account="502", planned=40_000, actual=35_000),
        replace(plan, account="401", planned=1_000),
        ITEM,
        replace(ITEM, account="502", purpose="送清凉"),
        replace(ITEM, account="50102", direction="1", amount=5_000, purpose="退款"),
    )

    found = _figures(store)

    # 501 only sums up 50102: (300 - 50 + 350) of (600 + 400).
    assert found["budget_spend_rate"].value == Decimal("60.0")
    assert found["budget_income_rate"].value == Decimal("0.0")
    assert found["cash_out"].value == Decimal("600.00")
