"""The program tests itself where it is installed: every part that packaging can lose is used once."""

import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtPdf import QPdfDocument

from models.backup import checking, restoring, stick
from models.errors import Problem
from models.figures.catalogue import compute
from models.periods import year_period
from models.practice import build_practice_town
from models.records.units import Unit
from models.sheets.committing import commit_import
from models.sheets.planning import plan_import
from models.store import Store
from reports.catalogue import find_report
from reports.docx.reading import read_back
from reports.output import write_report
from reports.pdf.render import render
from reports.sheet_frame import SheetColumn
from reports.summary.annual import annual_summary
from reports.workbook import Sheet, write_table
from ui.app import make_app
from ui.areas import AREAS
from ui.office import Office
from ui.window.desk import Desk

YEAR = 2024


def run_self_test(say: Callable[[str], None]) -> int:
    """Say what works and return 0, or say what does not and return 1."""
    if sys.platform.startswith("linux") and not _has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        for line in _steps():
            say(f"完好：{line}")
    except Problem as problem:
        say(f"有问题：{problem}")
        return 1
    say("自检通过")
    return 0


def _has_display() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _steps() -> Iterator[str]:
    yield _one_sqlite()
    yield _fast_drawing()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with build_practice_town(folder / "练习镇.db") as store:
            yield _import(store, folder)
            yield _summary(store)
            yield _word_file(store, folder)
            yield _backup(store, folder)
        yield _window(folder / "练习镇.db")


def _one_sqlite() -> str:
    maps = Path("/proc/self/maps")
    if maps.exists():
        lines = maps.read_text(encoding="utf-8", errors="replace").splitlines()
        found = {line.split()[-1] for line in lines if "sqlite3.so" in line and "lib" in line}
        if len({Path(one).name for one in found if "_sqlite3" not in one}) > 1:
            raise Problem("程序里有两份 SQLite", "请重新打包。")
    if "PySide6.QtSql" in sys.modules:
        raise Problem("程序带上了 QtSql", "请重新打包。")
    return f"数据库 SQLite {sqlite3.sqlite_version}"


def _fast_drawing() -> str:
    from reports.pdf.render import is_accelerated

    if not is_accelerated():
        raise Problem("排版加速模块没有装上", "请重新打包。")
    return "排版加速"


def _import(store: Store, folder: Path) -> str:
    columns = (SheetColumn(label="单位名称"), SheetColumn(label="职工人数", is_number=True))
    rows = [("自检一号企业", 12), ("自检二号企业", 7)]
    path = write_table(
        folder / "自检.xlsx",
        [Sheet(name="企业台账", columns=columns, rows=rows, above=("截止日期：2024年12月31日",))],
    )
    before = store.count(Unit)
    commit_import(store, plan_import(store, path))
    if store.count(Unit) != before + len(rows):
        raise Problem("导入 Excel 的结果不对", "请重新打包。")
    return "导入 Excel"


def _summary(store: Store) -> str:
    period = year_period(YEAR)
    if not compute(store, period)["cb_rate"].is_there:
        raise Problem("算不出练习镇的数字", "请重新打包。")
    rendered = render(annual_summary(store, period))
    document = QPdfDocument(make_app())
    content = QByteArray(rendered.pdf)
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.pageCount() != rendered.pages:
        raise Problem("预览打不开生成的 PDF", "请重新打包。")
    return f"年度总结 {rendered.pages} 页"


def _word_file(store: Store, folder: Path) -> str:
    path = folder / "自检.docx"
    request = find_report("annual-summary").request(year_period(YEAR))
    write_report(store, "annual-summary", request, path)
    if read_back(path):
        raise Problem("存出的 Word 文件读回来不一样", "请重新打包。")
    return "Word 文件"


def _backup(store: Store, folder: Path) -> str:
    target = folder / "U盘"
    target.mkdir()
    copy = stick.back_up(store.connection, target, town=store.town().name)
    checking.verify(copy.path)
    restoring.restore(copy.path, folder / "恢复.db")
    with Store.open(folder / "恢复.db") as restored:
        if restored.count(Unit) != store.count(Unit):
            raise Problem("恢复出来的台账不一样", "请重新打包。")
    return "备份与恢复"


def _window(path: Path) -> str:
    app = make_app()
    office = Office(Store.open(path), YEAR, is_practice=True)
    desk = Desk(office)
    desk.show()
    app.sendPostedEvents()
    for area in AREAS:
        desk.show_page(area.name)
        if desk.grab().toImage().isNull():
            raise Problem(f"“{area.title}”页画不出来", "请重新打包。")
    desk.close()
    office.close()
    return f"窗口 {len(AREAS)} 页"
