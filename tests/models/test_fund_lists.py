"""Lists of union funds as townships keep them: the matrix of months, payments, receipts, budgets."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from models.fields import Field, Link, fields_of
from models.figures.catalogue import compute
from models.periods import year_period
from models.practice import build_practice_town
from models.records.base import Record
from models.records.budget import BudgetLine
from models.records.funds import RECORDS, FundDue, FundIn, FundUnit
from models.records.receipts import Dues, Receipt, ReceiptBook
from models.records.remittances import Remittance
from models.records.units import Unit
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.plan import ImportResult
from models.sheets.planning import plan_import
from models.store import Store
from models.values.dates import PartialDate

SAMPLES = Path(__file__).parents[1] / "samples"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
Rows = Sequence[Sequence[object]]
MARCH = PartialDate(2024, 3)
MATRIX: Rows = [
    ["序号", "缴费单位", "征收方式", "3月应缴", "3月实缴", "4月应缴", "4月实缴", "合计", "欠缴"],
    [1, "甲厂", "税务代收", 100, 100, 120, "", 220, 120],
    [2, "乙厂", "财政划拨", 80.5, 0, "", 161, 161, -80.5],
]


def _write(path: Path, rows: Rows, *, title: str = "") -> Path:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in ([title], *rows) if title else rows:
        page.append(list(row))
    book.save(path)
    return path


def _bring(store: Store, path: Path, **options: object) -> ImportResult:
    return commit_import(store, plan_import(store, path, **options))  # type: ignore[arg-type]


def _matrix(store: Store, path: Path, rows: Rows = MATRIX) -> ImportResult:
    return _bring(store, _write(path / "收缴台账.xlsx", rows, title="2024年工会经费收缴台账"))


def _verdicts(result: ImportResult) -> list[str]:
    return [one.verdict for one in result.plan.sheets[0].rows]


def _texts(result: ImportResult) -> list[str]:
    return [note.text for one in result.plan.sheets[0].rows for note in one.messages]


def _unit(store: Store, name: str = "甲厂") -> int:
    with store.change("新增单位"):
        return store.save(Unit(name=name)).id or 0


def _paid(store: Store, unit: int, *amounts: int) -> None:
    with store.change("登记实缴"):
        for day, amount in enumerate(amounts, start=5):
            store.save(
                FundIn(
                    unit=unit,
                    unit_name="甲厂",
                    ym=MARCH,
                    in_on=PartialDate(2024, 3, day),
                    amount=amount,
                )
            )


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with build_practice_town(tmp_path_factory.mktemp("practice") / "练习镇.db") as made:
        yield made


def _columns(record_type: type[Record]) -> Mapping[str, Field]:
    fields = fields_of(record_type)
    hidden = {"is_month_total"}
    return {n: one for n, one in fields.items() if n not in hidden and not isinstance(one, Link)}


@pytest.mark.parametrize("record_type", RECORDS, ids=lambda one: one.about.table)
def test_every_list_is_known_by_its_own_columns_and_comes_back_whole(
    store: Store, practice: Store, tmp_path: Path, record_type: type[Record]
) -> None:
    fields = _columns(record_type)
    if record_type is Receipt:
        with store.change("领用票据"):
            store.save_all([replace(one, id=None) for one in practice.all(ReceiptBook)])
    wanted = practice.all(record_type)[:20]
    rows = [[one.show(getattr(record, n)) for n, one in fields.items()] for record in wanted]
    labels = [one.label for one in fields.values()]

    path = tmp_path / f"{record_type.about.label}.xlsx"
    _bring(store, _write(path, [labels, *rows], title=record_type.about.label))

    kept = store.all(record_type)
    assert len(kept) == len(wanted) > 0
    for one, other in zip(wanted, kept, strict=True):
        assert [getattr(one, n) for n in fields] == [getattr(other, n) for n in fields]


def test_the_sample_ledger_gives_its_figures(store: Store) -> None:
    answers = Answers.from_json(EXPECTED["clerk_answers"])
    for name in ("01", "14", "17"):
        _bring(store, next(SAMPLES.glob(f"{name}_*")), answers=answers)

    figures = compute(store, year_period(2024))

    for code in ("fund_months_full", "fund_tax_in", "fund_tax_rate"):
        wanted = EXPECTED["figures"][code]
        found = figures[code]
        assert float(found.value or 0) == wanted["value"]
        if wanted["num"] is not None:
            numbers = (float(found.numerator or 0), float(found.denominator or 0))
            assert numbers == (wanted["num"], wanted["den"])
    assert figures["fund_months_full"].text == "12个月"
    assert (store.count(FundUnit), store.count(Remittance)) == (58, 12)
    assert all(one.unit for one in store.all(FundIn))


def test_a_matrix_becomes_payers_dues_and_payments(store: Store, tmp_path: Path) -> None:
    result = _matrix(store, tmp_path)

    assert _verdicts(result) == ["new", "new"]
    assert [(one.unit_name, one.mode) for one in store.all(FundUnit)] == [
        ("甲厂", "1"),
        ("乙厂", "3"),
    ]
    dues = [(one.unit_name, one.ym, one.due) for one in store.all(FundDue)]
    paid = [(one.unit_name, one.ym, one.amount, one.way) for one in store.all(FundIn)]
    assert dues == [
        ("乙厂", MARCH, 8_050),
        ("甲厂", MARCH, 10_000),
        ("甲厂", PartialDate(2024, 4), 12_000),
    ]
    assert paid == [
        ("甲厂", MARCH, 10_000, "1"),
        ("乙厂", PartialDate(2024, 4), 16_100, "2"),
    ]
    assert all(one.in_on is None and one.is_month_total for one in store.all(FundIn))


def test_a_matrix_comes_again_without_doubling_anything(store: Store, tmp_path: Path) -> None:
    _unit(store)
    _matrix(store, tmp_path)
    before = store.all(FundIn), store.all(FundDue)

    again = _matrix(store, tmp_path)

    assert _verdicts(again) == ["duplicate", "duplicate"]
    assert again.batch is None
    assert (store.all(FundIn), store.all(FundDue)) == before


def test_a_later_matrix_corrects_and_adds_months(store: Store, tmp_path: Path) -> None:
    _matrix(store, tmp_path)
    rows = [list(one) for one in MATRIX]
    rows[1][4], rows[1][6] = 90, 120

    result = _matrix(store, tmp_path, rows)

    assert _verdicts(result) == ["update", "duplicate"]
    assert "“实缴”由“100.00”改为“90.00”" in _texts(result)
    amounts = [one.amount for one in store.find(FundIn, unit_name="甲厂")]
    assert amounts == [9_000, 12_000]


def test_a_cell_does_not_double_what_was_entered_one_by_one(store: Store, tmp_path: Path) -> None:
    _paid(store, _unit(store), 6_000, 4_000)

    _matrix(store, tmp_path)

    assert [one.amount for one in store.find(FundIn, ym=MARCH)] == [6_000, 4_000]


def test_a_cell_that_differs_from_the_single_payments_is_left_out_and_told(
    store: Store, tmp_path: Path
) -> None:
    _paid(store, _unit(store), 6_000)

    result = _matrix(store, tmp_path)

    assert "台账里这个月已登记实缴60.00元，与表中不同，没有改动，请核对" in _texts(result)
    assert [one.amount for one in store.find(FundIn, ym=MARCH)] == [6_000]


def test_nought_in_the_list_does_not_wipe_what_was_paid(store: Store, tmp_path: Path) -> None:
    _matrix(store, tmp_path)
    rows = [list(one) for one in MATRIX]
    rows[1][4] = 0

    result = _matrix(store, tmp_path, rows)

    assert any("没有改动" in text for text in _texts(result))
    assert store.find(FundIn, ym=MARCH)[0].amount == 10_000


def test_payments_one_by_one_fill_in_the_months_total(store: Store, tmp_path: Path) -> None:
    _unit(store)
    _matrix(store, tmp_path)
    rows: Rows = [
        ["单位名称", "费款所属期", "入库日期", "金额", "税票号"],
        ["甲厂", "2024-03", "2024-3-14", 100, "0331"],
    ]
    path = _write(tmp_path / "代收明细.xlsx", rows)

    first, again = _bring(store, path), _bring(store, path)

    kept = store.find(FundIn, unit_name="甲厂")
    assert [(one.amount, one.in_on, one.voucher) for one in kept] == [
        (10_000, PartialDate(2024, 3, 14), "0331")
    ]
    assert (_verdicts(first), _verdicts(again)) == (["update"], ["duplicate"])


def test_a_month_follows_from_the_day_of_a_payment(store: Store, tmp_path: Path) -> None:
    rows: Rows = [["缴款单位", "入账日期", "金额"], ["甲厂", "2024-6-14", "1,200.50元"]]

    result = _bring(store, _write(tmp_path / "实缴明细.xlsx", rows))

    assert store.all(FundIn)[0].ym == PartialDate(2024, 6)
    assert "表中没有所属月份，按其他内容登记为“2024-06”，请核对" in _texts(result)


@pytest.mark.parametrize(
    "headings",
    [
        ("一月应缴额", "一月实缴额"),
        ("1月份应收", "1月份实收"),
        ("应缴1月", "已缴1月"),
    ],
)
def test_months_are_known_by_other_names(
    store: Store, tmp_path: Path, headings: tuple[str, str]
) -> None:
    rows: Rows = [["单位", *headings], ["甲厂", 50, 40]]

    _matrix(store, tmp_path, rows)

    assert [(one.ym, one.due) for one in store.all(FundDue)] == [(PartialDate(2024, 1), 5_000)]
    assert [(one.ym, one.amount) for one in store.all(FundIn)] == [(PartialDate(2024, 1), 4_000)]


def test_one_column_a_month_is_what_was_paid(store: Store, tmp_path: Path) -> None:
    rows: Rows = [["单位名称", "1月", "2月", "合计"], ["甲厂", 50, "", 50], ["乙厂", 30, 31, 61]]
    path = _write(tmp_path / "缴纳.xlsx", rows, title="2024年工会经费缴纳情况统计表")

    _bring(store, path)

    assert store.count(FundDue) == 0
    assert [(one.unit_name, one.ym, one.amount) for one in store.all(FundIn)] == [
        ("乙厂", PartialDate(2024, 1), 3_000),
        ("甲厂", PartialDate(2024, 1), 5_000),
        ("乙厂", PartialDate(2024, 2), 3_100),
    ]


def test_due_and_paid_may_have_a_row_each(store: Store, tmp_path: Path) -> None:
    rows: Rows = [
        ["序号", "单位名称", "项目", "1月", "2月"],
        [1, "甲厂", "应缴", 100, 100],
        [None, "甲厂", "实缴", 90, None],
        [None, "甲厂", "欠缴", 10, 100],
    ]

    _matrix(store, tmp_path, rows)

    assert [one.due for one in store.all(FundDue)] == [10_000, 10_000]
    assert [one.amount for one in store.all(FundIn)] == [9_000]
    assert store.count(FundUnit) == 1


def test_months_may_stand_below_due_and_paid(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "收缴台账.xlsx"
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["2024年工会经费收缴台账"])
    page.append(["单位名称", "应缴", None, "实缴", None])
    page.append([None, "1月", "2月", "1月", "2月"])
    page.append(["甲厂", 100, 110, 95, None])
    for cells in ("A2:A3", "B2:C2", "D2:E2"):
        page.merge_cells(cells)
    book.save(path)

    _bring(store, path)

    assert [one.due for one in store.all(FundDue)] == [10_000, 11_000]
    assert [(one.ym, one.amount) for one in store.all(FundIn)] == [(PartialDate(2024, 1), 9_500)]


def test_a_list_of_receipts_finds_its_book(store: Store, tmp_path: Path) -> None:
    books: Rows = [
        ["票据种类", "票据代码", "起号", "止号", "领用日期", "领用人"],
        ["工会经费收入专用收据", "37012", "000101", "000150", "2024-1-8", "某某"],
    ]
    rows: Rows = [
        ["收据号码", "开具日期", "交款单位", "收款事由", "金额", "收款人", "是否作废", "作废原因"],
        ["000101", "2024-2-6", "甲厂", "工会经费", "1409.50", "某某", "", ""],
        ["000102", "2024-2-7", "", "", "", "某某", "是", "写错"],
        ["000900", "2024-2-8", "甲厂", "工会经费", "5", "某某", "", ""],
    ]

    _bring(store, _write(tmp_path / "票据领用登记.xlsx", books))
    result = _bring(store, _write(tmp_path / "收据登记.xlsx", rows))

    assert _verdicts(result) == ["new", "new", "error"]
    assert "没有哪个号段有000900号，请先登记票据号段" in _texts(result)
    kept = store.all(Receipt)
    assert {one.book for one in kept} == {store.all(ReceiptBook)[0].id}
    assert [(one.amount, one.is_void) for one in kept] == [(140_950, False), (None, True)]


def test_the_title_tells_a_budget_from_final_accounts(store: Store, tmp_path: Path) -> None:
    rows: Rows = [
        ["科目", "预算数", "上年数"],
        ["拨缴经费收入", 980000, 900000],
        ["50102", 1000, ""],
    ]
    title = "2024年度工会经费预算表"

    _bring(store, _write(tmp_path / "预算.xlsx", rows, title=title))

    assert [(one.kind, one.account, one.planned) for one in store.all(BudgetLine)] == [
        ("1", "402", 98_000_000),
        ("1", "50102", 100_000),
    ]


def test_fees_and_remittances_are_read(store: Store, tmp_path: Path) -> None:
    fees: Rows = [
        ["工会名称", "月份", "会员人数", "计费工资", "会费"],
        ["甲厂工会", "2024年3月", 10, 34586, 172.5],
    ]
    sent: Rows = [
        ["月份", "本月收入", "应上缴金额", "实际上缴", "上缴日期"],
        ["3月", 1000, 400, 400, "4月9日"],
        ["4月", 1000, 400, 399.99, "5月9日"],
    ]

    _bring(store, _write(tmp_path / "会费收缴.xlsx", fees, title="2024年会费收缴台账"))
    _bring(store, _write(tmp_path / "上解.xlsx", sent, title="2024年经费上解情况"), year=2024)

    assert [(one.members, one.amount) for one in store.all(Dues)] == [(10, 17_250)]
    figures = compute(store, year_period(2024))
    assert figures["fund_months_full"].value == 1
    assert figures["dues_total"].value == Decimal("172.50")
