"""Pictures of every page, dialog and document with the practice town: python3 dev.py shots."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from models.periods import year_period
from models.practice import build_practice_town
from models.queries.presets import presets_of
from models.records.bargaining import Campaign
from models.records.papers import Certificate
from models.records.units import Unit
from models.store import Store
from reports.catalogue import REPORTS
from reports.pdf.render import render
from tests.desk_fixtures import LARGE, SMALL, AtOnce
from tests.door import ReadyDoor
from ui import jobs, messages
from ui.app import make_app
from ui.areas import list_spec
from ui.dialogs.about import AboutDialog
from ui.dialogs.history import HistoryDialog
from ui.dialogs.importing.dialog import ImportDialog
from ui.dialogs.manual import ManualDialog
from ui.dialogs.password import PasswordDialog
from ui.dialogs.query import QueryDialog
from ui.dialogs.reports import PreviewDialog, ReportDialog
from ui.dialogs.restore import RestoreDialog
from ui.dialogs.settings import SettingsDialog
from ui.look import theme
from ui.look.themes import THEMES, Tokens
from ui.office import Office
from ui.pages.backup import BackupPage
from ui.pages.certificates import preview_of
from ui.pages.summary.page import SummaryPage
from ui.record_boxes import RecordDialog, RelatedDialog
from ui.related import relations_of
from ui.window.desk import Desk
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "shots"
SAMPLES = ROOT / "tests" / "samples"
PAPER_SCALE = 1.5
YEAR = 2024
SETTLING_MILLISECONDS = 60


@dataclass
class Camera:
    """Takes pictures into one folder."""

    folder: Path

    def take(self, widget: QWidget, name: str) -> None:
        """Let the widget settle, then write its picture."""
        _settle()
        path = self.folder / f"{name}.png"
        widget.grab().save(str(path))
        print(path.relative_to(ROOT))

    def take_dialog(self, dialog: QDialog, name: str) -> None:
        """Show a dialog, take it, close it."""
        dialog.show()
        self.take(dialog, name)
        dialog.close()
        dialog.deleteLater()


def main() -> int:
    """Write all pictures into shots/."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        os.environ["HOME"] = folder
        app = make_app()
        jobs.executor = AtOnce()
        messages.door = ReadyDoor(answers=["放弃"] * 50)
        path = Path(folder) / "练习镇.db"
        build_practice_town(path).close()
        for tokens in THEMES.values():
            for size in (SMALL, LARGE):
                _picture_window(app, path, size, tokens)
        with _opened(path) as store:
            _picture_reports(store)
    return 0


def _picture_window(
    app: QApplication, path: Path, size: tuple[int, int, float], tokens: Tokens
) -> None:
    width, height, scale = size
    theme.apply(app, scale=scale, tokens=tokens)
    camera = Camera(_folder(f"{width}x{height}@{scale:.0%} {tokens.name}"))
    window = MainWindow()
    window.resize(width, height)
    window.show()
    window.show_first_run()
    camera.take(window, "00_first_run")
    window.open_office(path)
    if window.desk is None or window.office is None:
        raise RuntimeError("the practice town did not open")
    _picture_pages(camera, window, window.desk)
    _picture_dialogs(camera, window, window.office)
    window.show_first_run()
    window.close()
    window.deleteLater()


def _picture_pages(camera: Camera, window: MainWindow, desk: Desk) -> None:
    for number in range(desk.tabs.count()):
        desk.show_area(number)
        page = desk.page
        if isinstance(page, SubTabs):
            for place in range(len(page.titles)):
                page.show_list(place)
                camera.take(window, f"{number + 1:02}_{place:02}_{page.titles[place]}")
                _picture_number(camera, window, page)
        else:
            camera.take(window, f"{number + 1:02}_{desk.tabs.tabText(number)}")
    _picture_states(camera, window, desk)


def _picture_number(camera: Camera, window: MainWindow, lists: SubTabs) -> None:
    page = lists.own_page
    if not isinstance(page, SummaryPage):
        return
    for number, name in enumerate(("数字", "章节", "检查", "去年", "版本")):
        page.right.show_number(number)
        camera.take(window, f"05_年度总结_{name}")
    page.show_figure("cb_rate")
    page.show_print()
    camera.take(window, "05_年度总结_印样")


def _picture_states(camera: Camera, window: MainWindow, desk: Desk) -> None:
    """Take an empty form with its problems, a narrowed list and an empty one."""
    desk.show_area(1)
    lists = desk.page
    if not isinstance(lists, SubTabs) or lists.page is None:
        raise RuntimeError("the second tab has no lists")
    lists.show_list(0)
    page = lists.page
    page.filter_box.setText("jx")
    camera.take(window, "07_筛选")
    page.clear_filters()
    page.start_new()
    page.form.save()
    camera.take(window, "07_新增有错")
    page.form.leave()


def _picture_dialogs(camera: Camera, window: MainWindow, office: Office) -> None:
    store = office.store
    unit, campaign = store.all(Unit)[0], store.all(Campaign)[0]
    sheets = ImportDialog(office, window)
    sheets.read_files(sorted(SAMPLES.glob("0[12]_*.xlsx")))
    camera.take_dialog(sheets, "08_导入")
    for owner in (unit, campaign):
        for relation in relations_of(type(owner)):
            name = f"08_{owner.about.label}_{relation.record_type.about.label}"
            related = RelatedDialog(
                relation, owner, office, window, spec_of=lambda one: list_spec(one, office)
            )
            camera.take_dialog(related, name)
    for report in REPORTS:
        dialog = ReportDialog(office, window, name=report.name)
        camera.take_dialog(dialog, f"08_打印_{report.label}")
    preview = PreviewDialog(preview_of(store.all(Certificate)[:2], office), office, window)
    camera.take_dialog(preview, "08_证书预览")
    camera.take_dialog(RecordDialog(store.town(), office, window), "08_本镇情况")
    camera.take_dialog(HistoryDialog(unit, office, window), "08_修改记录")
    asked = next(one for one in presets_of(Unit) if one.name == "未建会且25人以上")
    camera.take_dialog(QueryDialog(asked, office, window, lambda _query: None), "08_查询")
    camera.take_dialog(ManualDialog(window, heading="会员"), "08_手册")
    camera.take_dialog(SettingsDialog(window, window, lambda: None), "08_显示与键盘")
    camera.take_dialog(PasswordDialog(office, window), "08_启动密码")
    camera.take_dialog(AboutDialog(window), "08_关于")
    _picture_backup(camera, window)


def _picture_backup(camera: Camera, window: MainWindow) -> None:
    if window.desk is None:
        raise RuntimeError("no office file is open")
    window.desk.show_page("backup")
    page = window.desk.page
    if not isinstance(page, BackupPage):
        raise TypeError(page)
    with tempfile.TemporaryDirectory() as stick:
        page.use_folder(Path(stick))
        page.start()
        camera.take(window, "06_备份_已完成")
        page.restore_chosen()
        dialog = page.findChild(RestoreDialog)
        camera.take(dialog, "08_恢复")
        dialog.reject()


def _picture_reports(store: Store) -> None:
    folder = _folder("reports")
    for report in REPORTS:
        values = {"type": "unit"} if report.name == "roster" else {}
        request = report.request(year_period(YEAR), values=values)
        _picture_paper(render(report.document(store, request)).pdf, folder, report.label)


def _picture_paper(pdf: bytes, folder: Path, label: str) -> None:
    document: Any = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, start=1):
        path = folder / f"{label}_{number}.png"
        page.render(scale=PAPER_SCALE).to_pil().save(path)
        print(path.relative_to(ROOT))
    document.close()


@contextmanager
def _opened(path: Path) -> Iterator[Store]:
    store = Store.open(path)
    try:
        yield store
    finally:
        store.close()


def _folder(name: str) -> Path:
    folder = TARGET / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _settle() -> None:
    """Let everything that is waiting be laid out and painted."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLING_MILLISECONDS, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents()


if __name__ == "__main__":
    sys.exit(main())
