"""The clerk keeps files of hardship, finds helpers, gives out aid and sees the year's numbers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter, QLineEdit

from models.figures.catalogue import compute
from models.periods import year_period
from models.records.aid import AidItem
from models.records.hardship import HardshipMember, Pairing
from models.records.hardship_file import HardshipFile
from models.records.members import Member
from models.values.dates import PartialDate
from tests.clerk import Clerk
from tests.door import ReadyDoor
from tests.households import id_number
from tests.keyboard import type_text
from tests.reports.pdf.reading import texts_of
from ui.dialogs.reports import PreviewDialog, ReportDialog
from ui.pages.aid.choosing import ChooseFilesDialog
from ui.pages.aid.page import AidPage
from ui.record_boxes import RelatedDialog
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = ("方舟", "田野", "秦川", "于飞")
pytestmark = pytest.mark.journey


def figure(clerk: Clerk, code: str) -> object:
    return compute(clerk.store, year_period(2024))[code].value


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


@pytest.fixture
def neighbours(clerk: Clerk) -> None:
    """Four more households that are on file already."""
    with clerk.store.change("登记困难档案"):
        for place, name in enumerate(NAMES):
            clerk.store.save(
                HardshipFile(
                    person_name=name,
                    id_no=id_number(25 + place * 13),
                    unit_name="云溪宏达铸造厂",
                    status="3",
                    category="2",
                    filed_on=PartialDate(2023, 3, 1),
                )
            )


def open_file(clerk: Clerk) -> None:
    clerk.opens_tab("困难帮扶", "困难档案")
    clerk.presses("新增")
    clerk.fills(
        档案状态="zd",
        困难类别="sdkn",
        建档日期="2024-1-8",
        姓名="柳青",
        身份证号=id_number(12),
        手机号="13900006100",
        工作单位="云溪宏达铸造厂",
        本人月平均收入="1800",
        主要致困原因="dabing",
    )
    clerk.presses("保存 F6")


def aid_page(clerk: Clerk) -> AidPage:
    lists = clerk.desk.page
    assert isinstance(lists, SubTabs)
    assert isinstance(lists.own_page, AidPage)
    return lists.own_page


def fill(clerk: Clerk, label: str, text: str) -> None:
    """Type into a field of the page that is open, or of the box over it."""
    dialogs = [one for one in clerk.window.findChildren(ChooseFilesDialog) if one.isVisible()]
    place = dialogs[0] if dialogs else clerk.window
    line = next(
        one
        for one in place.findChildren(QLineEdit)
        if one.accessibleName() == label and one.isVisible()
    )
    line.setFocus()
    line.selectAll()
    type_text(line, text)
    offered = line.findChild(QCompleter)
    is_offered = offered is not None and offered.popup().isVisible()
    QTest.keyClick(offered.popup() if is_offered else line, Qt.Key.Key_Return)


def test_a_household_is_filed_with_its_members_and_filled_in(clerk: Clerk) -> None:
    open_file(clerk)
    clerk.presses("家庭成员 0", within=clerk.page)
    dialog = clerk.window.findChild(RelatedDialog)
    clerk.fills(姓名="柳絮", 与职工关系="女儿", 身份证号="123")
    clerk.presses("保存 F6", within=dialog)
    wrong = clerk.reads_under("身份证号")
    clerk.fills(身份证号=id_number(25, "20060412"), 月收入="0")
    clerk.presses("保存 F6", within=dialog)
    clerk.closes(dialog)
    clerk.presses("补算收入")

    (file,) = clerk.store.all(HardshipFile)
    assert "18" in wrong
    assert clerk.store.count(HardshipMember) == 1
    assert file.unit is not None
    assert (file.household_size, file.total_income) == (2, 21_600_00)
    assert file.income_per_head == 900_00
    assert figure(clerk, "hard_on_file") == 1
    clerk.takes_back()
    assert clerk.store.all(HardshipFile)[0].household_size is None


def test_a_member_is_picked_and_brings_what_is_known(clerk: Clerk) -> None:
    with clerk.store.change("登记会员"):
        clerk.store.save(
            Member(
                name="林小满",
                id_type="111",
                id_no=id_number(38),
                nation="03",
                unit_name="云溪宏达铸造厂",
            )
        )
    clerk.opens_tab("困难帮扶", "困难档案")
    clerk.presses("新增")
    clerk.fills(民族="汉", 姓名="林小满")
    clerk.fills(手机号="13900006100")
    clerk.presses("保存 F6")

    (file,) = clerk.store.all(HardshipFile)
    (member,) = clerk.store.all(Member)
    assert (file.person, file.id_no) == (member.id, id_number(38))
    assert (file.nation, file.unit_name) == ("01", "云溪宏达铸造厂")


def test_a_person_is_filed_only_once(clerk: Clerk) -> None:
    open_file(clerk)
    clerk.presses("新增")
    clerk.fills(姓名="柳青青", 身份证号=id_number(12))
    clerk.presses("保存 F6")

    assert "一户一档" in clerk.reads_under("身份证号")
    assert clerk.store.count(HardshipFile) == 1


def test_a_helper_stands_by_a_household_and_the_roster_is_printed(clerk: Clerk) -> None:
    open_file(clerk)
    clerk.opens_tab("困难帮扶", "结对帮扶")
    clerk.presses("新增")
    clerk.fills(帮扶对象="柳青", 帮扶人="林静", 结对日期="2024-3-5", 到期日期="2024-3-1")
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("到期日期")
    clerk.fills(到期日期="2024-12-31")
    clerk.presses("保存 F6")

    (pairing,) = clerk.store.all(Pairing)
    assert "早于结对日期" in wrong
    assert pairing.household == clerk.store.all(HardshipFile)[0].id
    assert figure(clerk, "hard_paired") == 1
    clerk.presses("打印名册")
    pdf = clerk.window.findChild(ReportDialog).panel.pdf
    assert "林静" in "".join(texts_of(pdf))


def test_a_batch_is_given_out_signed_and_counted(clerk: Clerk, neighbours: None) -> None:
    open_file(clerk)
    clerk.opens_tab("困难帮扶", "发放批次")
    clerk.presses("新建批次")
    fill(clerk, "批次名称", "2024年春节送温暖")
    fill(clerk, "发放类别", "swn")
    fill(clerk, "资金来源", "bj")
    fill(clerk, "发放日期", "2024-2-2")
    clerk.presses("加入在档户")
    dialog = clerk.window.findChild(ChooseFilesDialog)
    clerk.presses("全选", within=dialog)
    fill(clerk, "每户金额", "1000")
    clerk.presses("加入", within=dialog)
    clerk.presses("保存 F6")
    before = figure(clerk, "aid_warmth_times")
    grid = aid_page(clerk).panel.grid
    for row in range(5):
        grid.go_to(row)
        QTest.keyClick(grid, Qt.Key.Key_Space)
    clerk.presses("保存 F6")

    assert before == 0
    assert clerk.sees("已全部签领")
    assert clerk.store.count(AidItem) == 5
    assert str(figure(clerk, "aid_warmth_amount")) == "5000.00"
    assert figure(clerk, "aid_warmth_times") == 5
    assert figure(clerk, "aid_households") == 5
    clerk.presses("打印签领表")
    preview = clerk.window.findChild(PreviewDialog)
    assert preview.windowTitle().endswith("云溪镇2024年春节送温暖签领表")


def test_who_is_out_of_hardship_leaves_the_count_by_the_review(
    clerk: Clerk, neighbours: None
) -> None:
    clerk.opens_tab("困难帮扶", "复核")
    clerk.presses("新增")
    clerk.fills(困难档案="田野", 复核日期="2024-11-20", 复核结论="tk")
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("原因")
    clerk.fills(原因="zkys", 审批日期="2024-11-28")
    clerk.presses("保存 F6")
    told = clerk.reads_under("复核结论")
    still = figure(clerk, "hard_on_file")

    clerk.presses("落实结论")

    assert "请选原因" in wrong
    assert "落实结论" in told
    assert still == 4
    assert figure(clerk, "hard_on_file") == 3
    assert figure(clerk, "hard_relieved") == 1
    clerk.opens_tab("困难帮扶", "困难档案")
    clerk.page.filters.choose_state("脱困")
    assert clerk.lists() == ["田野"]
    clerk.takes_back()
    assert figure(clerk, "hard_on_file") == 4


def test_the_list_of_the_township_is_taken_in_and_counts(clerk: Clerk) -> None:
    units, hardship = (next(SAMPLES.glob(f"{number}_*.xlsx")) for number in ("01", "10"))

    dialog = clerk.imports(units, hardship)
    clerk.closes(dialog)
    clerk.opens_tab("困难帮扶", "结对帮扶")

    assert figure(clerk, "hard_on_file") == 50
    assert figure(clerk, "hard_paired") == 47
    assert len(clerk.lists()) == 52
    clerk.page.filters.choose_state("到期")
    assert len(clerk.lists()) == 3
