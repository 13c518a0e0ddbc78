"""Nothing but the window itself and its boxes ever comes up on the screen while pages are made."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from typing_extensions import override

from models.drafts import put_aside
from models.fields import fields_of
from models.form_journal import FormJournal
from models.records.members import Member
from models.store import Store
from models.typed import TypedForm
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.window.main_window import MainWindow


class Watch(QObject):
    """Remembers what came up as a window of its own, which takes the cursor from the clerk."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, QDialog | QMainWindow)
        ):
            self.seen.append(type(watched).__name__)
        return False


def _typed() -> TypedForm:
    texts = dict.fromkeys(fields_of(Member), "") | {"name": "某某甲"}
    return TypedForm(table="member", record=None, title="某某甲", texts=texts, base={})


@pytest.mark.parametrize(
    ("tab", "sub_tab"), [("会员", "会员"), ("单位与工会", "基层工会"), ("服务职工", "职工诉求")]
)
def test_a_list_with_drafts_and_a_long_form_comes_up_inside_the_window(
    window: MainWindow, door: ReadyDoor, app: QApplication, tab: str, sub_tab: str
) -> None:
    clerk = Clerk(window, door)
    put_aside(clerk.store, _typed(), (), year=2024)
    watch = Watch()
    app.installEventFilter(watch)

    clerk.opens_tab(tab, sub_tab)

    app.removeEventFilter(watch)
    assert watch.seen == []


def test_forms_left_by_a_crash_are_told_of_inside_the_window(
    fresh: MainWindow, door: ReadyDoor, app: QApplication, town_path: Path
) -> None:
    with Store.open(town_path) as store:
        journal = FormJournal(store.connection)
        journal.write(journal.new_place("member"), _typed())
    watch = Watch()
    app.installEventFilter(watch)

    fresh.open_office(town_path)

    app.removeEventFilter(watch)
    assert Clerk(fresh, door).sees("上次有1份没有保存的表单")
    assert watch.seen == []
