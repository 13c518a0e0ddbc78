"""上级表格: a form is mapped on its own sheet, filled, handed up, and taken over next year."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.attachments import attachments_of, content_of
from models.county_forms.mapping import add_form, forms, map_places, mapped_in
from models.county_forms.places import Place
from models.county_forms.sources import Source
from models.figures.catalogue import FIGURES, Figures
from models.periods import year_period
from models.records.county_forms import CountyForm
from models.records.reported import FiledPaper
from models.records.units import Unit
from models.store import Store
from tests.county_blanks import blank_application, blank_form, blank_list
from tests.door import ReadyDoor
from tests.keyboard import type_text
from ui.dialogs.fill_form import FillFormDialog
from ui.dialogs.form_facts import FormFactsDialog
from ui.dialogs.form_filing import FormFilingDialog
from ui.dialogs.new_blank import NewBlankDialog
from ui.office import Office
from ui.pages.county_forms.form_view import FormView
from ui.pages.county_forms.page import CountyFormsPage

# How often the loop may turn until the window is in front.
TURNS = 50
FOUNDED = Place(0, 3, 1)
FOUNDED_BEFORE = Place(0, 3, 2)
JOINED = Place(0, 4, 1)
MEMBERS = Place(0, 5, 1)


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> Iterator[CountyFormsPage]:
    made = CountyFormsPage(office)
    qtbot.addWidget(made)
    made.resize(1366, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.view.close_form()


@pytest.fixture
def view(page: CountyFormsPage, door: ReadyDoor, tmp_path: Path) -> FormView:
    door.files = [blank_form(tmp_path / "统计表.xlsx")]
    page.add()
    _come_to_front(page)
    return page.view


def _come_to_front(page: QWidget) -> None:
    """Wait until the window is the active one, as desktops make it when a box is gone."""
    for _turn in range(TURNS):
        page.window().activateWindow()
        QTest.qWait(1)
        if QApplication.activeWindow() is page.window():
            return


def _presses(place: QWidget, words: str) -> None:
    QTest.qWait(1)
    found = [
        one
        for one in place.findChildren(QPushButton)
        if one.text().startswith(words) and one.isVisible()
    ]
    assert found, f"no button “{words}” can be seen"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def _clicks(view: FormView, place: Place) -> None:
    grid = view.grid
    index = grid.cells.index(*place.cell)
    grid.scrollTo(index)
    point = grid.visualRect(index).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=point)


def _shows(view: FormView, place: Place) -> tuple[str, str]:
    mark = view.grid.cells.mark(place.cell)
    return mark.kind, mark.text


def _founded(store: Store) -> str:
    code = next(one.code for one in FIGURES if one.label == "新建基层工会")
    return f"{Figures(store, year_period(2024))[code].value:,}"


def test_an_empty_page_says_what_to_do(page: CountyFormsPage) -> None:
    assert page.list.first_button.isVisible()
    assert page.list.first_button.text() == "选空表…"


def test_a_blank_is_taken_in_and_lies_open_with_what_it_wants(view: FormView, store: Store) -> None:
    (form,) = forms(store)

    assert form.name == "工会工作统计表"
    assert _shows(view, FOUNDED) == ("offered", "新建基层工会")
    assert _shows(view, FOUNDED_BEFORE)[0] == "offered"
    assert "有建议" in view.words
    assert view.grid.cells.words((0, 0)) == "2024年工会工作统计表"


def test_a_cell_that_is_called_otherwise_waits_for_the_clerk(view: FormView) -> None:
    assert _shows(view, Place(0, 6, 1)) == ("wanted", "")


def test_taking_all_proposals_is_one_step_and_shows_the_numbers(
    view: FormView, store: Store, office: Office
) -> None:
    _presses(view, "全部采用建议")

    assert _shows(view, FOUNDED) == ("given", _founded(store))
    assert _shows(view, Place(0, 1, 0)) == ("given", "填报单位：云溪镇总工会")
    office.undo()
    assert not mapped_in(store, forms(store)[0])
    assert _shows(view, FOUNDED)[0] == "offered"


def test_a_proposal_for_last_year_is_of_last_year(view: FormView, store: Store) -> None:
    _presses(view, "全部采用建议")

    kept = {one.address: one for one in mapped_in(store, forms(store)[0])}
    assert kept["C4"].years_back == 1
    assert kept["B4"].years_back is None


def test_one_cell_is_mapped_with_the_keyboard_alone(view: FormView, store: Store) -> None:
    view.grid.setFocus()
    view.grid.look_at((6, 1))

    QTest.keyClick(view.grid, Qt.Key.Key_Return)
    assert view.panel.options.box.hasFocus()
    type_text(view.panel.options.box, "服务")
    QTest.keyClick(view.panel.options.box, Qt.Key.Key_Down)
    QTest.keyClick(view.panel.options.box, Qt.Key.Key_Up)
    chosen = view.panel.chosen_source
    QTest.keyClick(view.panel.options.box, Qt.Key.Key_Return)

    (kept,) = mapped_in(store, forms(store)[0])
    assert chosen is not None
    assert (kept.address, kept.content) == ("B7", chosen.content)
    assert view.grid.hasFocus()
    assert view.grid.place != (6, 1)


def test_a_figure_chosen_for_last_years_column_is_of_last_year(
    view: FormView, store: Store
) -> None:
    _clicks(view, Place(0, 6, 2))
    view.panel.start_typing()
    type_text(view.panel.options.box, "新建基层工会")

    QTest.keyClick(view.panel.options.box, Qt.Key.Key_Return)

    (kept,) = mapped_in(store, forms(store)[0])
    assert (kept.address, kept.years_back) == ("C7", 1)


def test_typing_on_the_sheet_begins_the_search(view: FormView) -> None:
    view.grid.setFocus()
    view.grid.look_at(MEMBERS.cell)

    QTest.keyClick(view.grid, "h")
    QTest.keyClicks(view.panel.options.box, "y")

    assert view.panel.options.box.text() == "hy"


def test_escape_leads_back_to_the_sheet(view: FormView) -> None:
    view.grid.look_at(MEMBERS.cell)
    view.panel.start_typing()

    QTest.keyClick(view.panel.options.box, Qt.Key.Key_Escape)

    assert view.grid.hasFocus()


def test_a_fixed_text_is_written_as_it_was_typed(view: FormView, store: Store) -> None:
    _clicks(view, Place(0, 6, 1))
    view.panel.start_typing()
    type_text(view.panel.options.box, "见附表甲")

    QTest.keyClick(view.panel.options.box, Qt.Key.Key_Return)

    assert _shows(view, Place(0, 6, 1)) == ("given", "见附表甲")


def test_the_value_is_told_before_it_is_taken(view: FormView, store: Store, qtbot: QtBot) -> None:
    _clicks(view, FOUNDED)

    qtbot.waitUntil(lambda: "填进去是" in view.panel.words)
    assert f"填进去是：{_founded(store)}" in view.panel.words


def test_a_cell_that_stays_blank_is_not_asked_about_again(view: FormView) -> None:
    _clicks(view, FOUNDED)

    _presses(view.panel, "这一格不用填")

    assert _shows(view, FOUNDED) == ("left", "不用填")
    assert view.session is not None
    assert FOUNDED not in {
        one.place for one in view.session.spots if one.kind in ("wanted", "offered")
    }


def test_delete_takes_a_mapping_back(view: FormView, store: Store) -> None:
    _presses(view, "全部采用建议")
    view.grid.setFocus()
    view.grid.look_at(FOUNDED.cell)

    QTest.keyClick(view.grid, Qt.Key.Key_Delete)

    assert _shows(view, FOUNDED)[0] == "offered"
    assert "B4" not in {one.address for one in mapped_in(store, forms(store)[0])}


def test_a_formula_is_left_to_the_form(view: FormView) -> None:
    _clicks(view, Place(0, 7, 1))

    assert "公式" in view.panel.words
    assert view.panel.spot is None


def test_the_blanks_of_one_text_are_chosen_one_by_one(view: FormView) -> None:
    _clicks(view, Place(0, 8, 0))
    assert view.panel.spot is not None
    assert view.panel.spot.label == "填表人"

    _presses(view.panel, "联系电话")

    assert view.panel.spot is not None
    assert view.panel.spot.label == "联系电话"


def test_next_goes_round_all_open_places(view: FormView) -> None:
    assert view.session is not None
    wanted = [one.place for one in view.session.spots]
    seen = []
    for _place in wanted:
        assert view.panel.spot is not None
        seen.append(view.panel.spot.place)
        QTest.keyClick(view.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert seen == wanted
    assert view.panel.spot is not None
    assert view.panel.spot.place == wanted[0]


def test_the_filled_form_is_saved_as_the_clerk_saw_it(
    page: CountyFormsPage, view: FormView, door: ReadyDoor, store: Store, tmp_path: Path
) -> None:
    _presses(view, "全部采用建议")
    door.target = tmp_path / "填好.xlsx"

    QTest.keyClick(view.grid, Qt.Key.Key_F6)

    sheet = openpyxl.load_workbook(door.target).active
    assert f"{sheet['B4'].value:,}" == _founded(store)
    assert sheet["A2"].value == "填报单位：云溪镇总工会"
    assert sheet["B8"].value == "=SUM(B4:B7)"
    assert sheet["B7"].value is None


def test_the_formula_total_is_never_offered(view: FormView) -> None:
    assert _shows(view, Place(0, 7, 1)) == ("", "")


def test_a_list_is_known_by_its_columns(
    page: CountyFormsPage, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    door.files = [blank_list(tmp_path / "花名册.xlsx")]
    page.add()

    _presses(page.view, "全部采用建议")

    kept = {one.address: (one.source, one.table_name) for one in mapped_in(store, forms(store)[0])}
    assert kept["B3"] == ("column", "union_org")
    assert kept["A3"][0] == "serial"
    assert kept["D3"] == ("constant", "")
    assert page.view.grid.cells.words((3, 0)) == "2"


def test_a_cell_can_be_made_the_head_of_a_list(view: FormView) -> None:
    _clicks(view, Place(0, 6, 1))

    _presses(view.panel, "往下填一列名单")

    assert view.panel.spot is not None
    assert view.panel.spot.way == "column"


def test_a_form_about_one_record_is_recognised_and_filled_for_it(
    page: CountyFormsPage, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    door.files = [blank_application(tmp_path / "登记表.xlsx")]
    page.add()
    unit = store.all(Unit)[-1]

    _presses(page.view.guess, "改成每个单位一张")
    _presses(page.view, "全部采用建议")

    assert forms(store)[0].table_name == "unit"
    assert _shows(page.view, Place(0, 1, 1)) == ("given", unit.name)


def test_another_record_is_shown_when_it_is_picked(
    page: CountyFormsPage, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    door.files = [blank_application(tmp_path / "登记表.xlsx")]
    page.add()
    _presses(page.view.guess, "改成每个单位一张")
    _presses(page.view, "全部采用建议")
    first = store.all(Unit)[0]
    assert page.view.head.picker is not None

    page.view.head.picker.take_record(first.id or 0)

    assert _shows(page.view, Place(0, 1, 1)) == ("given", first.name)


def test_a_change_of_the_records_is_seen_on_the_open_form(
    view: FormView, page: CountyFormsPage, store: Store
) -> None:
    _presses(view, "全部采用建议")
    town = store.town()
    with store.change("改名"):
        store.save(replace(town, union_name="新名镇总工会"))

    assert _shows(view, Place(0, 1, 0))[1] == "填报单位：新名镇总工会"


def test_a_form_is_renamed(page: CountyFormsPage, view: FormView, store: Store) -> None:
    _presses(view.head, "改名")
    dialog = page.findChild(FormFactsDialog)
    assert dialog is not None
    dialog.asked.cells["name"].editor.show_value("年终统计表")

    dialog.save()

    assert forms(store)[0].name == "年终统计表"
    assert any(one.text() == "年终统计表" for one in view.head.findChildren(QLabel))


def test_what_was_handed_up_is_kept_with_its_file_and_told_in_the_list(
    page: CountyFormsPage, view: FormView, store: Store
) -> None:
    _presses(view, "全部采用建议")
    _presses(view, "上报留底")
    dialog = page.findChild(FormFilingDialog)
    assert dialog is not None

    dialog.save()

    (paper,) = store.find(FiledPaper, title="2024年工会工作统计表")
    (kept,) = attachments_of(store, paper)
    assert content_of(store, kept).startswith(b"PK")
    page.show_list()
    assert page.list.table.item(0, 6).text() == "一致"


def test_next_years_blank_takes_the_mapping_over(
    page: CountyFormsPage, view: FormView, door: ReadyDoor, store: Store, tmp_path: Path
) -> None:
    _presses(view, "全部采用建议")
    count = len(mapped_in(store, forms(store)[0]))
    door.files = [blank_form(tmp_path / "2025统计表.xlsx", year=2025, more_rows=2)]

    _presses(view, "换成今年的新表")
    dialog = page.findChild(NewBlankDialog)
    assert dialog is not None
    assert f"{count}处里，{count}处" in _words_of(dialog)
    _presses(dialog, "换成这张表")

    (form,) = store.all(CountyForm)
    assert form.year == 2025
    assert {one.address for one in mapped_in(store, form)} >= {"B6", "C6"}
    assert _shows(view, Place(0, 5, 1))[0] == "given"
    assert _shows(view, Place(0, 3, 1))[0] == "wanted"


def _words_of(dialog: QWidget) -> str:
    return " ".join(one.text() for one in dialog.findChildren(QLabel))


def test_what_the_new_blank_lost_is_told_and_put_where_the_clerk_points(
    page: CountyFormsPage, view: FormView, door: ReadyDoor, store: Store, tmp_path: Path
) -> None:
    form = forms(store)[0]
    map_places(store, form, [(MEMBERS, "cell", Source(kind="constant", content="甲"))])
    path = blank_form(tmp_path / "新表.xlsx", year=2025)
    book = openpyxl.load_workbook(path)
    book.active["A6"] = "完全不同的项目"
    book.save(path)
    door.files = [path]
    _presses(view, "换成今年的新表")
    dialog = page.findChild(NewBlankDialog)
    assert dialog is not None
    _presses(dialog, "换成这张表")
    assert view.lost.isVisible()

    _clicks(view, MEMBERS)
    _presses(view.lost, "就是选中的这一格")

    assert not view.lost.isVisible()
    assert _shows(view, MEMBERS) == ("given", "甲")


def test_the_list_is_worked_with_the_keyboard(
    page: CountyFormsPage, view: FormView, store: Store, office: Office
) -> None:
    page.show_list()
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.view.session is not None

    page.show_list()
    QTest.keyClick(page.list.table, Qt.Key.Key_Delete)
    assert not forms(store)
    office.undo()
    assert len(forms(store)) == 1


def test_the_same_form_twice_is_refused_with_what_to_do(
    page: CountyFormsPage, view: FormView, door: ReadyDoor, store: Store
) -> None:
    page.show_list()

    page.add()

    assert "换成今年的新表" in door.said[-1]
    assert len(forms(store)) == 1


def test_chosen_records_fill_a_file_each(
    page: CountyFormsPage, office: Office, door: ReadyDoor, store: Store, tmp_path: Path
) -> None:
    form = add_form(
        store, blank_application(tmp_path / "登记表.xlsx"), CountyForm(table_name="unit")
    )
    map_places(store, form, [(Place(0, 1, 1), "cell", Source(kind="field", content="name"))])
    units = store.all(Unit)[:2]
    door.folder = tmp_path / "填好"
    door.folder.mkdir()
    dialog = FillFormDialog(units, office, page)

    dialog.save()

    names = sorted(openpyxl.load_workbook(one).active["B2"].value for one in door.folder.iterdir())
    assert names == sorted(one.name for one in units)
    dialog.deleteLater()
