"""上级表格: a form is mapped on its own sheet."""

from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.county_forms.mapping import forms, mapped_in
from models.county_forms.places import Place
from models.store import Store
from tests.county_blanks import blank_application, blank_form
from tests.door import ReadyDoor
from tests.keyboard import type_text
from tests.ui.county_desk import (
    FOUNDED,
    FOUNDED_BEFORE,
    MEMBERS,
    clicks,
    founded,
    page,
    presses,
    shows,
    view,
)
from ui.office import Office
from ui.pages.county_forms.form_view import FormView
from ui.pages.county_forms.page import CountyFormsPage

__all__ = ["page", "view"]


def test_an_empty_page_says_what_to_do(page: CountyFormsPage) -> None:
    assert page.list.first_button.isVisible()
    assert page.list.first_button.text() == "选空表…"


def test_a_blank_is_taken_in_and_lies_open_with_what_it_wants(view: FormView, store: Store) -> None:
    (form,) = forms(store)

    assert form.name == "工会工作统计表"
    assert shows(view, FOUNDED) == ("offered", "新建基层工会")
    assert shows(view, FOUNDED_BEFORE)[0] == "offered"
    assert "有建议" in view.words
    assert view.grid.cells.words((0, 0)) == "2024年工会工作统计表"


def test_a_cell_that_is_called_otherwise_waits_for_the_clerk(view: FormView) -> None:
    assert shows(view, Place(0, 6, 1)) == ("wanted", "")


def test_taking_all_proposals_is_one_step_and_shows_the_numbers(
    view: FormView, store: Store, office: Office
) -> None:
    presses(view, "全部采用建议")

    assert shows(view, FOUNDED) == ("given", founded(store))
    assert shows(view, Place(0, 1, 0)) == ("given", "填报单位：云溪镇总工会")
    office.undo()
    assert not mapped_in(store, forms(store)[0])
    assert shows(view, FOUNDED)[0] == "offered"


def test_a_proposal_for_last_year_is_of_last_year(view: FormView, store: Store) -> None:
    presses(view, "全部采用建议")

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
    clicks(view, Place(0, 6, 2))
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
    clicks(view, Place(0, 6, 1))
    view.panel.start_typing()
    type_text(view.panel.options.box, "见附表甲")

    QTest.keyClick(view.panel.options.box, Qt.Key.Key_Return)

    assert shows(view, Place(0, 6, 1)) == ("given", "见附表甲")


def test_the_value_is_told_before_it_is_taken(view: FormView, store: Store, qtbot: QtBot) -> None:
    clicks(view, FOUNDED)

    qtbot.waitUntil(lambda: "填进去是" in view.panel.words)
    assert f"填进去是：{founded(store)}" in view.panel.words


def test_a_cell_that_stays_blank_is_not_asked_about_again(view: FormView) -> None:
    clicks(view, FOUNDED)

    presses(view.panel, "这一格不用填")

    assert shows(view, FOUNDED) == ("left", "不用填")
    assert view.session is not None
    assert FOUNDED not in {
        one.place for one in view.session.spots if one.kind in ("wanted", "offered")
    }


def test_delete_takes_a_mapping_back(view: FormView, store: Store) -> None:
    presses(view, "全部采用建议")
    view.grid.setFocus()
    view.grid.look_at(FOUNDED.cell)

    QTest.keyClick(view.grid, Qt.Key.Key_Delete)

    assert shows(view, FOUNDED)[0] == "offered"
    assert "B4" not in {one.address for one in mapped_in(store, forms(store)[0])}


def test_a_formula_is_left_to_the_form(view: FormView) -> None:
    clicks(view, Place(0, 7, 1))

    assert "公式" in view.panel.words
    assert view.panel.spot is None


def test_the_blanks_of_one_text_are_chosen_one_by_one(view: FormView) -> None:
    clicks(view, Place(0, 8, 0))
    assert view.panel.spot is not None
    assert view.panel.spot.label == "填表人"

    presses(view.panel, "联系电话")

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


def test_sheets_of_quarters_are_proposed_the_numbers_of_their_quarters(
    page: CountyFormsPage, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    path = blank_form(tmp_path / "季度表.xlsx")
    book = openpyxl.load_workbook(path)
    for sheet, name in zip(
        (book.worksheets[0], book.copy_worksheet(book.worksheets[0])),
        ("一季度", "四季度"),
        strict=True,
    ):
        sheet.title = name
        sheet["B3"] = "本季度"
    book.save(path)
    door.files = [path]
    page.add()

    presses(page.view, "全部采用建议")

    kept = {(one.sheet, one.address): one.span for one in mapped_in(store, forms(store)[0])}
    assert (kept["一季度", "B4"], kept["四季度", "B4"]) == ("Q1", "Q4")


def test_the_telephone_number_of_an_application_is_not_the_offices(
    page: CountyFormsPage, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    door.files = [blank_application(tmp_path / "登记表.xlsx")]
    page.add()

    assert shows(page.view, Place(0, 2, 1)) == ("wanted", "")
