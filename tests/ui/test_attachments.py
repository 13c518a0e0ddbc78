"""Files are kept with a record through the window: added, opened, saved out, taken away."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.attachments import attachments_of
from models.records.units import Unit
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.dialogs.attachments import AttachmentsDialog
from ui.window.main_window import MainWindow


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    clerk = Clerk(window, door)
    clerk.opens_tab("单位与工会", "单位")
    return clerk


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "营业执照.jpg"
    path.write_bytes(b"photo" * 500)
    return path


def _dialog(clerk: Clerk) -> AttachmentsDialog:
    clerk.presses("附件")
    return clerk.window.findChildren(AttachmentsDialog)[-1]


def _texts(dialog: AttachmentsDialog) -> list[list[str]]:
    table = dialog.table
    cells = [
        [table.item(r, c) for c in range(table.columnCount())] for r in range(table.rowCount())
    ]
    return [[cell.text() if cell else "" for cell in row] for row in cells]


def test_a_scan_is_added_saved_out_and_taken_away(clerk: Clerk, scan: Path, tmp_path: Path) -> None:
    dialog = _dialog(clerk)
    clerk.door.files = [scan]
    clerk.presses("添加…", within=dialog)
    shown = _texts(dialog)
    dialog.table.selectRow(0)
    clerk.door.target = tmp_path / "拷出.jpg"
    clerk.presses("另存为…", within=dialog)
    clerk.door.answers = ["删除"]
    clerk.presses("删除", within=dialog)
    after = _texts(dialog)
    clerk.closes(dialog)
    clerk.takes_back()

    assert [row[:2] for row in shown] == [["营业执照.jpg", "2 KB"]]
    assert (tmp_path / "拷出.jpg").read_bytes() == scan.read_bytes()
    assert after == []
    assert any(b.text() == "附件 1" for b in clerk.page.form.findChildren(QPushButton))


def test_files_can_be_dropped_and_opened(
    clerk: Clerk, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = _dialog(clerk)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scan))])
    dialog.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    opened: list[bytes] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()).read_bytes())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    dialog.table.selectRow(0)
    clerk.presses("打开", within=dialog)
    clerk.closes(dialog)

    unit = clerk.page.form.record
    assert isinstance(unit, Unit)
    assert [one.file_name for one in attachments_of(clerk.store, unit)] == ["营业执照.jpg"]
    assert opened == [scan.read_bytes()]


def test_a_file_that_is_too_large_is_told_and_nothing_is_kept(
    clerk: Clerk, tmp_path: Path, qtbot: QtBot
) -> None:
    del qtbot
    empty = tmp_path / "空.pdf"
    empty.write_bytes(b"")
    dialog = _dialog(clerk)
    clerk.door.files = [empty]
    clerk.presses("添加…", within=dialog)
    rows = _texts(dialog)
    clerk.closes(dialog)

    assert rows == []
    assert any("空.pdf" in text for text in clerk.door.said)
