"""What is done with very many rows of a list runs apart from the window, or at once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from models.fields import fields_of
from models.records.unions import Union
from models.records.units import Unit
from models.store import Store
from tests.door import ReadyDoor
from tests.town import TOWN, YEAR
from ui import jobs
from ui.dialogs.batch import BatchDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.paste import PasteDialog
from ui.lists.selection import select_all, selection_words
from ui.office import Office
from ui.operations import operations
from ui.page import RecordPage
from ui.page_spec import PageSpec
from ui.pasting import paste

MANY = 12_000
MOST_MILLISECONDS = 20_000


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Office]:
    with Store.create(tmp_path / "many.db", TOWN) as store:
        with store.change("登记"):
            store.insert_all([Unit(name=f"单位{n}有限公司") for n in range(MANY)])
            store.insert_all([Union(name=f"工会{n}", members_total=n % 7) for n in range(MANY)])
        office = Office(store, YEAR)
        yield office
        office.closing.emit()


@pytest.fixture
def page(qtbot: QtBot, many: Office) -> RecordPage:
    made = RecordPage(PageSpec(Unit), many)
    qtbot.addWidget(made)
    made.resize(1300, 600)
    made.show()
    qtbot.waitUntil(lambda: made.table.records.rowCount() == MANY)
    return made


@pytest.fixture
def real_thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with ThreadPoolExecutor(max_workers=1) as executor:
        monkeypatch.setattr(jobs, "executor", executor)
        yield


def run(page: RecordPage, words: str) -> None:
    next(one for one in page.commands() if one.label.startswith(words)).run()


def cancel(qtbot: QtBot) -> None:
    waiting = QApplication.activeModalWidget()
    assert isinstance(waiting, QProgressDialog)
    button = waiting.findChildren(QPushButton)[0]
    assert button.text() == "取消"
    button.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not waiting)


@pytest.mark.parametrize("ending", ["xlsx", "pdf"])
@pytest.mark.usefixtures("real_thread")
def test_a_long_export_can_be_stopped_and_leaves_no_file(
    ending: str, page: RecordPage, door: ReadyDoor, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "导出"
    folder.mkdir()
    door.target = folder / f"单位.{ending}"
    run(page, "导出")
    dialog = page.window().findChildren(ExportDialog)[-1]

    dialog.save_as(ending)
    cancel(qtbot)
    jobs.executor.submit(str).result()

    assert list(folder.iterdir()) == []
    dialog.reject()


@pytest.mark.usefixtures("real_thread")
def test_a_long_export_tells_when_it_is_done(
    page: RecordPage, many: Office, door: ReadyDoor, qtbot: QtBot, tmp_path: Path
) -> None:
    door.target = tmp_path / "单位.pdf"
    said: list[str] = []
    many.said.connect(said.append)
    run(page, "导出")

    page.window().findChildren(ExportDialog)[-1].save_as("pdf")
    qtbot.waitUntil(lambda: bool(said), timeout=MOST_MILLISECONDS)

    assert said == [f"已导出 {door.target}"]
    assert door.target.read_bytes().startswith(b"%PDF")


def test_all_rows_are_summed_at_once(qtbot: QtBot, many: Office) -> None:
    unions = RecordPage(PageSpec(Union), many)
    qtbot.addWidget(unions)
    unions.show()
    qtbot.waitUntil(lambda: unions.table.records.rowCount() == MANY)
    columns = [*unions.context.usual_columns(), *unions.context.further_columns()]
    unions.table.show_columns([one for one in columns if one.key in {"name", "members_total"}])
    select_all(unions.context)
    started = perf_counter()

    words = selection_words(unions.context)

    total = sum(n % 7 for n in range(MANY))
    label = fields_of(Union)["members_total"].label
    assert words == f"选中 12,000 家 · {label} 合计 {total:,} 平均 {total / MANY:,.1f}"
    assert perf_counter() - started < 0.5


@pytest.mark.usefixtures("real_thread")
def test_thousands_of_rows_are_copied_apart_from_the_window(
    page: RecordPage, many: Office, qtbot: QtBot
) -> None:
    said: list[str] = []
    select_all(page.context)
    many.said.connect(said.append)

    run(page, "复制")
    qtbot.waitUntil(lambda: bool(said), timeout=MOST_MILLISECONDS)

    assert said == ["已复制 12,000 行，含标题行"]
    assert len(QApplication.clipboard().text().splitlines()) == MANY + 1


@pytest.mark.usefixtures("real_thread")
def test_a_field_of_thousands_changes_in_one_step(
    page: RecordPage, many: Office, qtbot: QtBot
) -> None:
    dialog = BatchDialog(page.context, page.table.records.ids[:2_000], name="village")
    dialog.editor.show_value("东岭村")
    dialog.editor.changed.emit()
    qtbot.addWidget(dialog)
    dialog.show()
    steps = len(many.store.operations())

    dialog.look()
    qtbot.waitUntil(lambda: "会修改 2,000 家" in dialog.words, timeout=MOST_MILLISECONDS)
    dialog.change()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=MOST_MILLISECONDS)

    assert many.store.count(Unit, village="东岭村") == 2_000
    assert len(many.store.operations()) == steps + 1


@pytest.mark.usefixtures("real_thread")
def test_thousands_of_pasted_rows_are_understood_apart_from_the_window(
    page: RecordPage, many: Office, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setText("单位名称\t所在村\n" + "\n".join(f"新单位{n}公司\t东岭村" for n in range(1_500)))
    QApplication.clipboard().setMimeData(data)

    paste(page.context)
    dialog = page.window().findChildren(PasteDialog)[-1]
    qtbot.waitUntil(lambda: "认出" in dialog.words, timeout=MOST_MILLISECONDS)
    count = dialog.paste.count
    dialog.write()
    qtbot.waitUntil(lambda: not (isValid(dialog) and dialog.isVisible()), timeout=MOST_MILLISECONDS)

    assert many.store.count(Unit) == MANY + count
    assert count > 1_000


def test_the_commands_of_a_list_are_there_before_anything_is_selected(page: RecordPage) -> None:
    page.table.choose_nothing()

    found = {one.label: one.is_possible(0) for one in operations(page.context)}

    assert found["全选 12,000"]
    assert not found["复制"]
    assert not found["批量修改…"]
