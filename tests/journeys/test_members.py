"""A year of members: they apply, join, move and leave, and the roster is printed."""

from pathlib import Path

import pytest

from models.records.members import Member, MemberChange, MemberTransfer
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.window.main_window import MainWindow

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = pytest.mark.journey
UNIT = "云溪宏达铸造厂"
NUMBER, OTHER_NUMBER = "370399197804055810", "370399197804055802"


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def _status(clerk: Clerk, name: str) -> str:
    (member,) = clerk.store.find(Member, name=name)
    return member.status


def _joins(clerk: Clerk, name: str, number: str) -> None:
    clerk.opens_tab("会员", "会员")
    clerk.adds(姓名=name, 证件号码=number, 工作单位=UNIT, 入会日期="2020.3.1")


def test_an_applicant_is_entered_corrected_approved_and_counted(clerk: Clerk) -> None:
    clerk.opens_tab("会员", "会员")
    clerk.presses("新增")
    clerk.fills(姓名="某某甲", 性别="女", 证件号码=NUMBER, 工作单位=UNIT, 户籍类型="农业户口")
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("性别")
    clerk.corrects(性别="男")
    waiting = _status(clerk, "某某甲")

    clerk.chooses("某某甲")
    clerk.presses("批准入会")
    clerk.fills(会籍变化日期="2024.6.18")
    clerk.presses("保存 F6")

    (member,) = clerk.store.all(Member)
    assert "证件号码为男" in wrong
    assert waiting == "applied"
    assert (member.status, member.is_migrant, member.unit is not None) == ("active", "1", True)
    assert clerk.reads_figure("members_active") == "1人"
    assert clerk.reads_figure("members_new") == "1人"
    assert UNIT in clerk.prints_roster()


def test_a_retained_membership_is_entered_and_taken_back_in_one_step(clerk: Clerk) -> None:
    _joins(clerk, "某某乙", OTHER_NUMBER)

    clerk.chooses("某某乙")
    clerk.presses("办理变动")
    clerk.fills(会籍变化类型="保留", 会籍变化日期="2024.9.1", 会籍变化原因="失业")
    clerk.presses("保存 F6")
    kept, counted = _status(clerk, "某某乙"), clerk.reads_figure("members_active")
    clerk.takes_back()

    assert (kept, counted) == ("retained", "0人")
    assert _status(clerk, "某某乙") == "active"
    assert clerk.store.count(MemberChange) == 1


def test_a_change_without_its_day_is_told_in_the_box_and_nothing_is_kept(clerk: Clerk) -> None:
    _joins(clerk, "某某乙", OTHER_NUMBER)
    clerk.chooses("某某乙")
    clerk.presses("办理变动")

    clerk.fills(会籍变化类型="退会", 会籍变化日期="")
    clerk.presses("保存 F6")

    assert "请填写会籍变化日期" in clerk.reads_under("会籍变化日期")
    assert _status(clerk, "某某乙") == "active"
    clerk.presses("取消")


def test_a_transfer_is_entered_and_its_receipt_moves_the_member_out(clerk: Clerk) -> None:
    _joins(clerk, "某某乙", OTHER_NUMBER)
    clerk.opens_tab("会员", "转接")
    clerk.adds(
        姓名="某某乙",
        转接类型="转出",
        转出工会="云溪宏达铸造厂工会",
        转入工会="外地工会",
        申请日期="2024.4.1",
        寄送日期="2024.4.3",
    )
    under_way = _status(clerk, "某某乙")

    clerk.corrects(接收日期="2024.4.20")

    (transfer,) = clerk.store.all(MemberTransfer)
    assert under_way == "transferring"
    assert transfer.status == "received"
    assert _status(clerk, "某某乙") == "transferred_out"
    assert clerk.reads_figure("members_moved_out") == "1人"


def test_the_official_list_is_taken_in_counted_and_taken_back(clerk: Clerk) -> None:
    dialog = clerk.imports(next(SAMPLES.glob("03f_*")))

    counted = clerk.store.count(Member)
    shown = clerk.reads_figure("members_active")
    clerk.presses("撤销这次导入", within=dialog)
    clerk.closes(dialog)

    assert (counted, shown) == (349, "349人")
    assert clerk.store.count(Member) == 0
