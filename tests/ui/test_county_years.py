"""上级表格: a mapped form is filled, handed up, and taken over next year."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from models.attachments import attachments_of, content_of
from models.county_forms.mapping import add_form, forms, map_places, mapped_in
from models.county_forms.places import Place
from models.county_forms.sources import Source
from models.records.county_forms import CountyForm
from models.records.reported import FiledPaper
from models.records.units import Unit
from models.store import Store
from tests.county_blanks import blank_application, blank_form, blank_list
from tests.door import ReadyDoor
from tests.ui.county_desk import (
    MEMBERS,
    clicks,
    founded,
    page,
    presses,
    shows,
    view,
)
from ui.dialogs.fill_form import FillFormDialog
from ui.dialogs.form_facts import FormFactsDialog
from ui.dialogs.form_filing import FormFilingDialog
from ui.dialogs.new_blank import NewBlankDialog
from ui.office import Office
from ui.pages.county_forms.form_view import FormView
from ui.pages.county_forms.page import CountyFormsPage

__all__ = ["page", "view"]


def test_the_filled_form_is_saved_as_the_clerk_saw_it(
    page: CountyFormsPage, view: FormView, door: ReadyDoor, store: Store, tmp_path: Path
) -> None:
    presses(view, "全部采用建议")
    door.target = tmp_path / "填好.xlsx"

    QTest.keyClick(view.grid, Qt.Key.Key_F6)

    sheet = openpyxl.load_workbook(door.target).active
    assert f"{sheet['B4'].value:,}" == founded(store)
    assert sheet["A2"].value == "填报单位：云溪镇总工会"
    assert sheet["B8"].value == "=SUM(B4:B7)"
    assert sheet["B7"].value is None


def test_the_formula_total_is_never_offered(view: FormView) -> None:
    assert shows(view, Place(0, 7, 1)) == ("", "")


def test_a_list_is_known_by_its_columns(
    page: CountyFormsPage, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    door.files = [blank_list(tmp_path / "花名册.xlsx")]
    page.add()

    presses(page.view, "全部采用建议")

    kept = {one.address: (one.source, one.table_name) for one in mapped_in(store, forms(store)[0])}
    assert kept["B3"] == ("column", "union_org")
    assert kept["A3"][0] == "serial"
    assert kept["D3"] == ("constant", "")
    assert page.view.grid.cells.words((3, 0)) == "2"


def test_a_cell_can_be_made_the_head_of_a_list(view: FormView) -> None:
    clicks(view, Place(0, 6, 1))

    presses(view.panel, "往下填一列名单")

    assert view.panel.spot is not None
    assert view.panel.spot.way == "column"


@pytest.mark.parametrize("has_list", [False, True])
def test_a_form_about_one_record_is_recognised_and_filled_for_it(
    page: CountyFormsPage, door: ReadyDoor, tmp_path: Path, store: Store, has_list: bool
) -> None:
    door.files = [blank_application(tmp_path / "登记表.xlsx", has_list=has_list)]
    page.add()
    unit = store.all(Unit)[-1]

    presses(page.view.guess, "改成每个单位一张")
    presses(page.view, "全部采用建议")

    assert forms(store)[0].table_name == "unit"
    assert shows(page.view, Place(0, 1, 1)) == ("given", unit.name)


def test_another_record_is_shown_when_it_is_picked(
    page: CountyFormsPage, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    door.files = [blank_application(tmp_path / "登记表.xlsx")]
    page.add()
    presses(page.view.guess, "改成每个单位一张")
    presses(page.view, "全部采用建议")
    first = store.all(Unit)[0]
    assert page.view.head.picker is not None

    page.view.head.picker.take_record(first.id or 0)

    assert shows(page.view, Place(0, 1, 1)) == ("given", first.name)


def test_a_change_of_the_records_is_seen_on_the_open_form(
    view: FormView, page: CountyFormsPage, store: Store
) -> None:
    presses(view, "全部采用建议")
    town = store.town()
    with store.change("改名"):
        store.save(replace(town, union_name="新名镇总工会"))

    assert shows(view, Place(0, 1, 0))[1] == "填报单位：新名镇总工会"


def test_a_form_is_renamed(page: CountyFormsPage, view: FormView, store: Store) -> None:
    presses(view.head, "改名")
    dialog = page.findChild(FormFactsDialog)
    assert dialog is not None
    dialog.asked.cells["name"].editor.show_value("年终统计表")

    dialog.save()

    assert forms(store)[0].name == "年终统计表"
    assert any(one.text() == "年终统计表" for one in view.head.findChildren(QLabel))


def test_what_was_handed_up_is_kept_with_its_file_and_told_in_the_list(
    page: CountyFormsPage, view: FormView, store: Store
) -> None:
    presses(view, "全部采用建议")
    presses(view, "上报留底")
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
    presses(view, "全部采用建议")
    count = len(mapped_in(store, forms(store)[0]))
    door.files = [blank_form(tmp_path / "2025统计表.xlsx", year=2025, more_rows=2)]

    presses(view, "换成今年的新表")
    dialog = page.findChild(NewBlankDialog)
    assert dialog is not None
    assert f"{count}处里，{count}处" in _words_of(dialog)
    presses(dialog, "换成这张表")

    (form,) = store.all(CountyForm)
    assert form.year == 2025
    assert {one.address for one in mapped_in(store, form)} >= {"B6", "C6"}
    assert shows(view, Place(0, 5, 1))[0] == "given"
    assert shows(view, Place(0, 3, 1))[0] == "wanted"


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
    presses(view, "换成今年的新表")
    dialog = page.findChild(NewBlankDialog)
    assert dialog is not None
    presses(dialog, "换成这张表")
    assert view.lost.isVisible()

    clicks(view, MEMBERS)
    presses(view.lost, "就是选中的这一格")

    assert not view.lost.isVisible()
    assert shows(view, MEMBERS) == ("given", "甲")


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


def test_a_form_that_prints_another_year_says_so_and_is_filled_for_its_own(
    page: CountyFormsPage, view: FormView, door: ReadyDoor, office: Office, tmp_path: Path
) -> None:
    assert not view.years.isVisible()
    page.show_list()
    path = blank_list(tmp_path / "花名册.xlsx")
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["A1"] = "2025年基层工会花名册"
    book.save(path)
    door.files = [path]
    page.add()

    presses(view.years, "改填2025年的数")

    assert office.year == 2025
    assert view.session is not None
    assert view.session.year == 2025
    assert not view.years.isVisible()
