"""Lists of contests, checks, hazards, training and examinations, as townships keep them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl

from models.figures.catalogue import compute
from models.periods import year_period
from models.records.health import HealthExam
from models.records.safety import CheckedUnit, Hazard, SafetyCheck, Training
from models.records.units import Unit
from models.sheets.committing import commit_import
from models.sheets.plan import ImportResult
from models.sheets.planning import plan_import
from models.store import Store
from models.values.dates import PartialDate

SAMPLES = Path(__file__).parents[1] / "samples"
Rows = Sequence[Sequence[object]]


def _kept_check(store: Store) -> SafetyCheck:
    with store.change("新增检查"):
        return store.save(SafetyCheck(on_date=date(2024, 3, 5), kind="1", units_text="甲厂、乙厂"))


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


def test_names_in_one_cell_become_units_of_the_check(store: Store, tmp_path: Path) -> None:
    with store.change("新增单位"):
        unit = store.save(Unit(name="空谷镇甲机械有限公司"))
    rows: Rows = [
        ["检查日期", "检查类型", "受检单位", "发现隐患", "已整改"],
        ["2024-3-5", "专项整治", "甲机械；乙厂", 3, 2],
        ["2024-3-6", "火灾隐患排查", "乙厂", 1, 1],
    ]

    result = _bring(store, _write(tmp_path / "安全检查.xlsx", rows))

    first, second = store.all(SafetyCheck)
    parts = store.find(CheckedUnit, safety_check=first.id)
    assert [one.verdict for one in result.plan.sheets[0].rows] == ["new", "new"]
    assert (first.kind, second.kind) == ("2", "8")
    assert first.units_text == "空谷镇甲机械有限公司、乙厂"
    assert [(one.unit, one.unit_name) for one in parts] == [
        (unit.id, "空谷镇甲机械有限公司"),
        (None, "乙厂"),
    ]


def test_importing_checks_again_changes_nothing(store: Store) -> None:
    path = next(SAMPLES.glob("13_*.xlsx"))
    _bring(store, path)
    counted = store.count(SafetyCheck), store.count(CheckedUnit), store.count(Training)

    again = _bring(store, path)

    assert again.batch is None
    assert (store.count(SafetyCheck), store.count(CheckedUnit), store.count(Training)) == counted


def test_a_ledger_of_hazards_hangs_on_the_checks_of_its_days(store: Store, tmp_path: Path) -> None:
    check = _kept_check(store)
    rows: Rows = [
        [
            *("序号", "检查日期", "单位", "部位", "隐患描述", "级别", "整改措施", "责任人", "期限"),
            *("复查日期", "复查结果"),
        ],
        [
            *(1, "2024-03-05", "甲厂", "车间", "漏电", "一般", "换线", "王某", "3月15日"),
            *("3月16日", "销号"),
        ],
        [2, "2024-03-05", "甲厂", "库房", "堵塞", "重大隐患", "清空", "王某", "3月9日", None, None],
        [3, "2024-04-02", "丙厂", "锅炉", "超期", "一般", "检验", "李某", "5月1日", None, "整改中"],
        [4, "2024-04-02", "丙厂", "仓库", "潮湿", "一般", "通风", "李某", "5月1日", None, "未整改"],
    ]

    _bring(store, _write(tmp_path / "隐患排查治理台账.xlsx", rows, title="2024年隐患排查台账"))

    hazards = store.all(Hazard)
    made = [one for one in store.all(SafetyCheck) if one.id != check.id]
    assert [one.safety_check == check.id for one in hazards] == [True, True, False, False]
    assert [(one.kind, one.units_text) for one in made] == [("9", "丙厂")]
    assert {one.description: (one.grade, one.recheck_result) for one in hazards} == {
        "漏电": ("1", "1"),
        "堵塞": ("2", ""),
        "超期": ("1", "2"),
        "潮湿": ("1", "2"),
    }
    found = compute(store, year_period(2024))
    assert found["safety_checks"].value == 1
    assert found["hazards_rate"].value == Decimal("25.0")


def test_a_refused_row_leaves_no_check_behind(store: Store, tmp_path: Path) -> None:
    rows: Rows = [
        ["检查日期", "单位", "隐患描述", "整改期限", "责任人"],
        ["2024-04-02", "丙厂", "超期", "2024-03-01", "李某"],
        ["2024-04-03", "丁厂", "漏电", "2024-05-01", "李某"],
    ]

    result = _bring(store, _write(tmp_path / "隐患.xlsx", rows))

    checks = store.all(SafetyCheck)
    assert [one.verdict for one in result.plan.sheets[0].rows] == ["error", "new"]
    assert [one.units_text for one in checks] == ["丁厂"]
    assert [one.safety_check for one in store.all(Hazard)] == [checks[0].id]


def test_the_title_tells_the_kind_of_examination(store: Store, tmp_path: Path) -> None:
    rows: Rows = [
        ["单位名称", "体检日期", "体检机构", "实检人数"],
        ["甲厂", "2024-5-6", "镇卫生院", 30],
    ]

    _bring(store, _write(tmp_path / "a.xlsx", rows, title="职业健康检查汇总表"))
    _bring(store, _write(tmp_path / "b.xlsx", rows, title="职工免费体检汇总表"))

    assert [one.kind for one in store.all(HealthExam)] == ["3", "1"]


def test_the_samples_give_the_figures_of_their_key(store: Store) -> None:
    for name in ("12_*.xlsx", "13_*.xlsx", "13b*.csv"):
        _bring(store, next(SAMPLES.glob(name)))

    found = compute(store, year_period(2024))
    expected = {
        "ankang_units": 21,
        "ankang_people": 1736,
        "safety_checks": 23,
        "safety_check_units": 58,
        "train_sessions": 4,
        "train_people": 1032,
        "exam_people": 3641,
    }
    assert {code: found[code].value for code in expected} == expected


def test_an_examination_of_which_only_the_month_is_known_stays_so(
    store: Store, tmp_path: Path
) -> None:
    rows: Rows = [
        ["单位", "体检时间", "体检医院", "应检人数", "实检人数"],
        ["甲厂", "2024年5月", "镇卫生院", 31, 30],
    ]

    _bring(store, _write(tmp_path / "a.xlsx", rows, title="职工健康体检汇总表"))

    (exam,) = store.all(HealthExam)
    assert exam.on_date == PartialDate(2024, 5)
    assert compute(store, year_period(2024))["exam_people"].value == 30


def test_a_check_that_tells_only_numbers_counts_them(store: Store, tmp_path: Path) -> None:
    rows: Rows = [
        ["日期", "检查形式", "检查企业数（家）", "发现隐患数（处）", "整改数（处）"],
        ["2024.3.5", "联合检查", 12, 30, 28],
        ["2024.6.9", "节前安全检查", 8, 10, 10],
    ]

    path = _write(tmp_path / "b.xlsx", rows, title="2024年安全大检查统计")
    _bring(store, path)
    again = _bring(store, path)

    found = compute(store, year_period(2024))
    assert again.batch is None
    assert [one.kind for one in store.all(SafetyCheck)] == ["1", "4"]
    assert (found["safety_checks"].value, found["safety_check_units"].value) == (2, 20)
    assert found["hazards_rate"].value == Decimal("95.0")
