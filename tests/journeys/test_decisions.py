"""A clerk's own figures, years before the program, and what she decides about a number."""

import pytest
from pytestqt.qtbot import QtBot

from models.figures.catalogue import Figures
from models.periods import year_period
from models.records.reported import FigureException, LocalFigure
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.journey


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def test_a_figure_of_her_own_is_defined_by_labels_and_counted(clerk: Clerk) -> None:
    clerk.opens_tab("年度总结", "自定指标")

    clerk.adds(
        指标名称="五十人以上的合同",
        计量单位="份",
        怎么算="ts",
        记录种类="集体合同",
        按哪个日期="签订日期",
        条件一字段="覆盖职工数",
        条件一比较="不小于",
        条件一内容="50",
    )

    (kept,) = clerk.store.all(LocalFigure)
    assert (kept.table_name, kept.day_field, kept.field_1) == (
        *("cb_contract", "signed_on", "workers_covered"),
    )
    counted = Figures(clerk.store, year_period(2024))[f"local_{kept.id}"]
    assert clerk.reads_cell("2024年") == counted.exact
    assert 0 < len(counted.records) < 7
    clerk.takes_back()
    assert clerk.lists() == []


def test_a_figure_of_her_own_is_chosen_by_its_label_like_any_other(clerk: Clerk) -> None:
    clerk.opens_tab("年度总结", "自定指标")
    clerk.adds(指标名称="全部合同", 计量单位="份", 怎么算="条数", 记录种类="集体合同")
    (own,) = clerk.store.all(LocalFigure)

    clerk.opens_tab("年度总结", "结转基数")
    clerk.adds(数字="全部合同", 年度="2022", 性质="台账外的基数", 数值="5", 依据="旧账")

    assert clerk.lists() == ["全部合同"]
    assert Figures(clerk.store, year_period(2024))[f"local_{own.id}"].exact == "12份"


def test_a_definition_that_cannot_be_counted_is_refused_at_its_field(clerk: Clerk) -> None:
    clerk.opens_tab("年度总结", "自定指标")
    clerk.presses("新增")

    clerk.fills(
        指标名称="试数",
        计量单位="家",
        怎么算="条数",
        记录种类="单位",
        条件一字段="单位名称",
        条件一比较="不小于",
        条件一内容="五十",
    )
    clerk.presses("保存 F6")

    assert not clerk.sees("已保存")
    assert "不分大小先后" in clerk.reads_under("条件一内容")


def test_a_field_is_offered_only_once_the_kind_of_record_is_known(clerk: Clerk) -> None:
    clerk.opens_tab("年度总结", "自定指标")
    clerk.presses("新增")

    clerk.fills(指标名称="试数", 计量单位="家", 怎么算="条数", 条件一字段="单位名称")
    clerk.presses("保存 F6")

    assert "先选记录种类" in clerk.reads_under("条件一字段")


def test_a_year_before_the_program_is_entered_and_compared_with(clerk: Clerk) -> None:
    clerk.opens_tab("年度总结", "结转基数")

    clerk.adds(数字="qyfgl", 年度="2021", 性质="当年数", 数值="66.5", 依据="2021年工作总结")

    assert clerk.lists() == ["企业覆盖率"]
    assert clerk.reads_figure("cb_rate", 2021) == "66.5%"
    assert clerk.reads_figure("cb_rate", 2024) == "87.5%"


def test_a_carried_over_amount_is_refused_for_what_starts_anew_every_year(clerk: Clerk) -> None:
    clerk.opens_tab("年度总结", "结转基数")
    clerk.presses("新增")

    clerk.fills(数字="走访企业", 年度="2022", 性质="台账外的基数", 数值="5", 依据="旧账")
    clerk.presses("保存 F6")

    assert "每年从头数起" in clerk.reads_under("性质")


def test_a_record_is_left_out_from_the_list_of_exceptions(clerk: Clerk) -> None:
    clerk.opens_tab("年度总结", "不计与另计")

    clerk.adds(
        处理="不计入",
        数字="签订工资专项集体合同企业",
        理由="合同正在重签",
        记录种类="集体合同",
        哪一条记录="宏达铸造",
    )

    assert clerk.reads_figure("cb_units_signed") == "6家"
    assert "云溪宏达铸造厂" in clerk.reads_cell("记录")
    assert clerk.reads_figure("cb_rate") == "87.5%"
    clerk.takes_back()
    assert clerk.reads_figure("cb_units_signed") == "7家"


def test_a_number_is_adjusted_in_the_summary_and_stands_in_the_list(
    qtbot: QtBot, clerk: Clerk
) -> None:
    clerk.opens_tab("年度总结", "总结")
    clerk.clicks_number("cb_units_signed")

    clerk.presses("改定…")
    clerk.fills(改定为="9", 理由="已按9家上报县总工会")
    clerk.presses("保存 F6")
    qtbot.waitUntil(lambda: "9家" in clerk.summary.figure_panel.words)
    shown = clerk.sees("台账数 7家 → 改定 9家")
    clerk.opens_tab("年度总结", "数字改定")

    assert shown
    assert clerk.lists() == ["签订工资专项集体合同企业"]
    assert clerk.reads_cell("台账数") == "7家"
    clerk.takes_back()
    assert clerk.lists() == []


def test_a_record_is_left_out_in_the_summary_and_its_list_opened(
    qtbot: QtBot, clerk: Clerk
) -> None:
    clerk.opens_tab("年度总结", "总结")
    clerk.clicks_number("cb_units_signed")
    table = clerk.summary.figure_panel.table
    table.selectRow(0)

    clerk.presses("这条不计入")
    clerk.fills(理由="合同正在重签")
    clerk.presses("保存 F6")
    qtbot.waitUntil(lambda: "6家" in clerk.summary.figure_panel.words)

    assert [one.source_table for one in clerk.store.all(FigureException)] == ["cb_contract"]
    clerk.presses("集体协商 · 集体合同")
    assert len(clerk.lists()) == 7
