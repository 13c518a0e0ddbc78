"""A clerk keeps disclosures, congresses, proposals and harmonious enterprises through the window."""

from pathlib import Path

import openpyxl
import pytest

from models.records.congresses import Congress, CongressVote, Proposal
from models.records.democracy import Disclosure
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.record_boxes import RelatedDialog
from ui.window.main_window import MainWindow

TAB = "民主与创新"
pytestmark = pytest.mark.journey


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def test_disclosure_reaches_every_large_enterprise_and_the_summary_says_so(clerk: Clerk) -> None:
    clerk.opens_tab("年度总结")
    before = clerk.clicks_number("dm_rate")

    clerk.opens_tab(TAB, "民主管理")
    clerk.chooses("云溪华康食品有限公司")
    clerk.fills(厂务公开="是", 公开栏="是", 公开栏位置="车间门口")
    clerk.presses("保存 F6")
    clerk.opens_tab(TAB, "公开事项")
    clerk.presses("新增")
    clerk.fills(
        单位名称="云溪华康食品有限公司",
        公开内容="二季度社保缴纳情况",
        事项类别="shbx",
        公开形式="gkl",
        公开日期="2024.7.1",
        公开止="2024.6.20",
    )
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("公开止")
    clerk.fills(公开止="7月20日")
    clerk.presses("保存 F6")
    words = clerk.prints_roster()

    assert "66.7%" in before
    assert "早于公开日期" in wrong
    (kept,) = clerk.store.all(Disclosure)
    assert (kept.item, kept.way) == ("13", "2")
    assert kept.unit is not None
    assert clerk.reads_figure("dm_rate") == "100%"
    assert clerk.reads_figure("dm_disclosures") == "1项"
    assert "二季度社保缴纳情况" in words


def test_a_congress_votes_and_its_proposals_are_followed_to_the_end(clerk: Clerk) -> None:
    clerk.opens_tab(TAB, "职代会")
    clerk.presses("新增")
    clerk.fills(
        单位名称="云溪瑞丰纺织有限公司",
        届次="三届二次",
        召开日期="2024.3.4",
        应到代表="30",
        实到代表="31",
    )
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("实到代表")
    clerk.fills(实到代表="19")
    clerk.presses("保存 F6")
    too_few = clerk.reads_under("实到代表")
    clerk.fills(实到代表="28")
    clerk.presses("保存 F6")

    clerk.presses("职代会表决 0")
    dialog = clerk.desk.findChild(RelatedDialog)
    clerk.presses("新增", within=dialog)
    clerk.fills(表决事项="工资专项集体合同草案", 同意="15", 反对="10", 弃权="3")
    clerk.presses("保存 F6", within=dialog)
    not_passed = clerk.reads_under("同意")
    clerk.closes(dialog)

    assert "多于应到代表30人" in wrong
    assert "不足应到30人的2/3" in too_few
    assert "不能算通过" in not_passed
    assert "云溪瑞丰纺织有限公司三届二次职代会" in clerk.lists()
    assert clerk.reads_figure("dm_congresses_held") == "1次"
    assert clerk.store.count(CongressVote) == 1

    clerk.opens_tab(TAB, "提案")
    clerk.presses("新增")
    clerk.fills(
        职代会="云溪瑞丰",
        提案编号="1",
        提案日期="2024.3.4",
        案由="增开班车",
        提案人="某甲",
        审查结果="立案",
        承办部门="行政部",
        办理期限="2024.6.30",
    )
    clerk.presses("保存 F6")
    filed = clerk.reads_figure("dm_proposals_filed"), clerk.reads_figure("dm_proposal_rate")
    late = clerk.reads_cell("期限")
    clerk.fills(答复="六月起增开一班", 办结日期="2024.6.10", 满意度="满意")
    clerk.presses("保存 F6")

    assert filed == ("1件", "0%")
    assert clerk.reads_figure("dm_proposal_rate") == "100%"
    assert late == "超184天"
    assert clerk.reads_cell("期限") == "—"
    assert clerk.sees("已办结 1")
    assert "增开班车" in clerk.prints_roster()


def test_congresses_come_as_a_list_and_are_deleted_with_their_proposals(
    clerk: Clerk, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (
        ["2024年职代会召开情况统计表"],
        ["单位名称", "届次", "召开时间", "应到人数", "实到人数"],
        ["云溪鑫恒化工有限公司", "二届一次", "2024.4.2", 40, 38],
        ["云溪华康食品有限公司", "四届三次", "2024.4.9", 35, 33],
    ):
        page.append(row)
    book.save(tmp_path / "职代会.xlsx")
    clerk.closes(clerk.imports(tmp_path / "职代会.xlsx"))
    clerk.opens_tab(TAB, "职代会")
    clerk.chooses("云溪鑫恒化工有限公司二届一次职代会")
    clerk.presses("职代会提案 0")
    dialog = clerk.desk.findChild(RelatedDialog)
    clerk.presses("新增", within=dialog)
    clerk.fills(提案日期="2024.4.2", 案由="修车棚", 提案人="某乙")
    clerk.presses("保存 F6", within=dialog)
    clerk.closes(dialog)

    clerk.door.answers = ["删除"]
    clerk.presses("删除")
    left = clerk.store.count(Congress), clerk.store.count(Proposal)
    clerk.takes_back()

    assert "职代会提案1件" in clerk.door.said[0]
    assert left == (1, 0)
    assert (clerk.store.count(Congress), clerk.store.count(Proposal)) == (2, 1)


def test_a_harmonious_enterprise_leaves_the_count_when_its_title_is_taken_down(
    clerk: Clerk,
) -> None:
    clerk.opens_tab(TAB, "和谐企业")
    clerk.presses("新增")
    clerk.fills(
        单位名称="云溪悦来大酒店",
        级别="县级",
        进展="mm",
        命名日期="2024年5月",
        有效期止="2027-05",
    )
    clerk.presses("保存 F6")
    named = clerk.reads_figure("harmony_named")
    words = clerk.prints_roster()
    clerk.fills(进展="摘牌")
    clerk.presses("保存 F6")

    assert named == "1家"
    assert clerk.reads_figure("harmony_named") == "0家"
    assert clerk.sees("摘牌 1")
    assert "云溪悦来大酒店" in words
