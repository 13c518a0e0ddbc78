"""A clerk's first days with the program, from an empty desk to paper and a copy on the stick."""

from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from models.records.bargaining import Contract
from models.records.units import Unit
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.window.main_window import MainWindow

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = pytest.mark.journey


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def test_a_new_unit_is_entered_corrected_and_taken_back(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    clerk.presses("新增")
    clerk.fills(单位名称="云溪新星印刷厂", 统一社会信用代码="123", 单位类别="qy")
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("统一社会信用代码")
    saved_too_early = clerk.sees("已保存")

    clerk.fills(统一社会信用代码="", 旧注册号="370300001234")
    clerk.presses("保存 F6")

    assert wrong != ""
    assert not saved_too_early
    assert clerk.sees("已保存")
    assert "云溪新星印刷厂" in clerk.lists()
    clerk.takes_back()
    assert "云溪新星印刷厂" not in clerk.lists()


def test_a_contract_is_deleted_the_summary_follows_and_undo_brings_it_back(
    clerk: Clerk,
) -> None:
    clerk.opens_tab("年度总结")
    before = clerk.clicks_number("cb_rate")

    clerk.opens_tab("集体协商", "集体合同")
    clerk.chooses("云溪宏达铸造厂")
    clerk.door.answers = ["删除"]
    clerk.presses("删除")
    clerk.opens_tab("年度总结")
    without = clerk.clicks_number("cb_rate")
    records = clerk.summary.figure_panel.table.records.rowCount()
    clerk.opens_tab("集体协商", "集体合同")
    clerk.takes_back()
    clerk.opens_tab("年度总结")

    assert before == "企业覆盖率 87.5%"
    assert without == "企业覆盖率 75%"
    assert records == 6
    assert clerk.clicks_number("cb_rate") == before


def test_a_figure_on_the_first_page_leads_to_its_list(clerk: Clerk) -> None:
    clerk.clicks_card("签订工资专项集体合同企业")

    assert len(clerk.lists()) == 7
    assert "签订工资专项集体合同企业" in clerk.page.banner.words


def test_lists_are_taken_in_and_taken_back(clerk: Clerk) -> None:
    contracts = next(SAMPLES.glob("04_*.xlsx"))
    units = next(SAMPLES.glob("01_*.xlsx"))
    before = clerk.store.count(Unit), clerk.store.count(Contract)

    dialog = clerk.imports(units, contracts)
    after = clerk.store.count(Unit), clerk.store.count(Contract)
    clerk.presses("撤销这次导入", within=dialog)
    clerk.closes(dialog)

    assert after[0] > before[0] + 200
    assert after[1] > before[1]
    assert (clerk.store.count(Unit), clerk.store.count(Contract)) == before


def test_a_copy_goes_to_the_stick_and_leaving_needs_no_question(
    clerk: Clerk, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    clerk.opens_tab("备份")
    clerk.backups.use_folder(stick)

    clerk.presses("备份到U盘", within=clerk.backups)

    assert len(list(stick.glob("*.ghbak"))) == 1
    assert clerk.sees("上次备份")
    assert clerk.window.close()
    assert clerk.door.said == []


def test_the_clerk_types_a_record_with_nothing_but_the_keyboard(qtbot: QtBot, clerk: Clerk) -> None:
    clerk.opens_tab("集体协商", "集体合同")
    clerk.presses("新增")

    clerk.fills(
        企业名称="永兴五金制品厂",
        合同种类="nzg",
        签订日期="2024.6.1",
        有效期起="6月1日",
        有效期止="2026-5-31",
        覆盖职工数="29",
    )
    clerk.presses("保存 F6")

    kept = clerk.store.find(Contract, unit_name="永兴五金制品厂", kind="3")
    assert len(kept) == 1
    assert kept[0].valid_from is not None
    assert kept[0].valid_from.isoformat() == "2024-06-01"


def test_the_summary_is_carried_away_as_paper(clerk: Clerk, tmp_path: Path) -> None:
    clerk.door.target = tmp_path / "总结.pdf"
    clerk.opens_tab("年度总结")

    clerk.presses("导出 PDF")

    document = pypdfium2.PdfDocument(clerk.door.target)
    words = document[0].get_textpage().get_text_range()
    document.close()
    assert "云溪镇总工会" in words
