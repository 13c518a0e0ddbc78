"""A summary goes up; later a contract turns out wrong, and the clerk sees what that touches."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListWidget, QTableWidget

from models.figures.catalogue import Figures
from models.periods import year_period
from models.records.bargaining import Contract
from models.records.reported import FiledFigure, FiledPaper
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.dialogs.filed_check import FiledCheckDialog
from ui.dialogs.filing import FilingDialog
from ui.dialogs.reports import ReportDialog
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.journey
RECIPIENT = "云河县总工会办公室"


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def _files(clerk: Clerk) -> FiledPaper:
    clerk.opens_tab("年度总结", "已上报")
    clerk.presses("登记本年总结", within=clerk.page)
    dialog = clerk.window.findChildren(FilingDialog)[-1]
    dialog.asked.cells["recipient"].editor.show_value(RECIPIENT)
    clerk.presses("登记 F6", within=dialog)
    return clerk.store.find(FiledPaper, recipient=RECIPIENT)[0]


def _checks(clerk: Clerk, paper: FiledPaper) -> FiledCheckDialog:
    clerk.opens_tab("年度总结", "已上报")
    assert clerk.page.table.choose(paper.id or 0)
    clerk.presses("核对数字", within=clerk.page)
    return clerk.window.findChildren(FiledCheckDialog)[-1]


def _texts(table: QTableWidget) -> list[list[str]]:
    return [
        [
            item.text() if (item := table.item(row, column)) else ""
            for column in range(table.columnCount())
        ]
        for row in range(table.rowCount())
    ]


def test_a_filed_summary_tells_what_changed_since(clerk: Clerk) -> None:
    paper = _files(clerk)
    clerk.desk.filing_watch.settle()
    signed = Figures(clerk.store, year_period(2024))["cb_units_signed"]
    with clerk.store.change("删除合同"):
        clerk.store.delete(clerk.store.get(Contract, signed.records[0].id or 0))

    clerk.desk.filing_watch.settle()
    said = clerk.window.status.message
    dialog = _checks(clerk, paper)

    assert said.startswith("影响1份已上报材料：《云溪镇总工会2024年工作总结》")
    rows = {row[0]: row for row in _texts(dialog.table)}
    assert rows["签订工资专项集体合同企业"][2:4] == ["7家", "6家"]
    assert "少1条" in rows["签订工资专项集体合同企业"][4]
    assert clerk.store.count(FiledFigure, paper=paper.id) > len(rows)


def test_undoing_the_change_brings_the_paper_and_the_records_together(clerk: Clerk) -> None:
    paper = _files(clerk)
    with clerk.store.change("删除合同"):
        clerk.store.delete(clerk.store.all(Contract)[0])
    clerk.store.undo()

    dialog = _checks(clerk, paper)

    assert {row[4] for row in _texts(dialog.table)} == {"一致"}


def test_a_record_says_that_a_paper_counted_it_and_opens_the_paper(clerk: Clerk) -> None:
    paper = _files(clerk)
    clerk.opens_tab("集体协商", "集体合同")
    signed = Figures(clerk.store, year_period(2024))["cb_units_signed"]
    assert clerk.page.show_record(signed.records[0].id or 0)

    clerk.presses("计入已上报材料 1份", within=clerk.page)

    assert [one.id for one in clerk.page.table.records.records] == [paper.id]


def test_a_summary_that_was_exported_is_filed_as_the_file_it_is(
    clerk: Clerk, door: ReadyDoor, tmp_path: Path
) -> None:
    path = tmp_path / "总结.pdf"
    door.target = path
    clerk.opens_tab("年度总结", "总结")

    clerk.presses("导出 PDF")
    clerk.presses("登记为已上报", within=clerk.summary)
    clerk.presses("登记 F6", within=clerk.window.findChildren(FilingDialog)[-1])

    paper = clerk.store.all(FiledPaper)[-1]
    assert (paper.kind, paper.file_name) == ("2", "总结.pdf")
    assert paper.file_hash == hashlib.sha256(path.read_bytes()).hexdigest()
    assert clerk.store.count(FiledFigure, paper=paper.id) > 5
    assert not clerk.summary.handing_in.isVisible()


def test_a_double_click_opens_the_records_and_the_list_of_differences_prints(
    clerk: Clerk,
) -> None:
    paper = _files(clerk)
    dialog = _checks(clerk, paper)
    row = next(
        n for n, one in enumerate(_texts(dialog.table)) if one[0] == "签订工资专项集体合同企业"
    )
    dialog.table.setCurrentCell(row, 0)

    dialog.open_records()

    assert len(clerk.page.table.records.records) == 7
    dialog = _checks(clerk, paper)
    clerk.presses("打印核对表", within=dialog)
    shown = clerk.window.findChildren(ReportDialog)[-1]
    names = shown.findChildren(QListWidget)[0]
    assert names.item(names.currentRow()).text() == "已上报数核对表"
