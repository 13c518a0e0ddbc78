"""Lists of years before the program, of decisions about figures, and of the clerk's own figures."""

from datetime import date
from decimal import Decimal

import pytest

from models.figures.catalogue import Figures
from models.lists.catalogue import BY_NAME
from models.periods import year_period
from models.records.reported import FigureAdjustment, FigureBase, FigureException, LocalFigure
from models.store import Store
from tests.models.sheets.conftest import Import


def test_past_years_come_in_by_the_labels_of_their_figures(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ["空谷镇历年数据"],
            ["指标名称", "年度", "数值", "性质", "依据"],
            ["新建基层工会", "2021年", "9", "当年数", "2021年工作总结"],
            ["企业覆盖率", 2021, "88.5", "年度数", "2021年工作总结"],
            ["不存在的指标", 2021, "1", "当年数", "旧账"],
        ]
    )

    found = Figures(store, year_period(2021))
    assert [one.figure for one in store.all(FigureBase)] == ["cb_rate", "unions_new"]
    assert found["unions_new"].value == 9
    assert found["cb_rate"].text == "88.5%"


def test_own_figures_come_in_with_the_labels_of_kinds_and_fields(
    store: Store, bring_in: Import
) -> None:
    bring_in(
        [
            ["自定指标"],
            ["指标名称", "计量单位", "记录种类", "怎么算", "按哪个日期", "求和字段"],
            ["走访次数", "次", "走访记录", "条数", "走访日期", ""],
            ["看不懂的", "次", "走访记录", "合计", "", "走访日期"],
        ]
    )

    (kept,) = store.all(LocalFigure)
    assert (kept.label, kept.table_name, kept.day_field) == ("走访次数", "visit", "visited_on")


@pytest.mark.parametrize("name", ["figure_base", "local_figure", "figure_adjustment"])
def test_these_lists_can_be_asked_for_by_name(name: str) -> None:
    assert BY_NAME[name].record.about.table == name


def test_decisions_come_in_with_their_days_and_reasons(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ["数字改定"],
            ["数字", "统计起始日", "统计截止日", "改定为", "理由"],
            ["走访企业", "2024-01-01", "2024-12-31", 24, "已按24家上报"],
        ],
        name="改定.xlsx",
    )
    bring_in(
        [
            ["不计与另计"],
            [
                "处理",
                "数字",
                "统计起始日",
                "统计截止日",
                "另计数",
                "理由",
                "记录种类",
                "哪一条记录",
            ],
            ["另计入", "走访", "2024-01-01", "2024-12-31", 2, "没有留下记录", "", ""],
        ],
        name="另计.xlsx",
    )

    assert [(one.figure, one.value, one.last) for one in store.all(FigureAdjustment)] == [
        ("visit_units", Decimal(24), date(2024, 12, 31))
    ]
    assert [(one.figure, one.amount) for one in store.all(FigureException)] == [
        ("visit_times", Decimal(2))
    ]
    found = Figures(store, year_period(2024))
    assert (found["visit_units"].value, found["visit_times"].value) == (24, 2)
