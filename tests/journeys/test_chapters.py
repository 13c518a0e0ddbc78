"""What the first chapters of a summary tell: the year's campaign, founding unions, the database."""

from datetime import date

import pytest

from models.records.bargaining import Campaign, CampaignStep
from models.records.diary import ChronicleEntry
from models.records.honours import MediaReport, Output
from models.records.unions import Union
from models.records.units import MaintenanceItem
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.record_boxes import RelatedDialog
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.journey


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def _opens_door(clerk: Clerk, words: str) -> RelatedDialog:
    clerk.presses(words, within=clerk.page.form)
    return clerk.desk.findChildren(RelatedDialog)[-1]


def test_the_campaign_of_the_year_its_steps_its_papers_and_its_meeting(clerk: Clerk) -> None:
    clerk.opens_tab("集体协商", "协商行动")
    clerk.adds(
        行动名称="云溪镇2025年区域性工资集体协商",
        年度="2025",
        类型="区域性",
        开始日期="2025.2.17",
        结束日期="2025.6.16",
        组长职务="镇长",
    )
    dialog = _opens_door(clerk, "五步台账 0")
    clerk.presses("新增", within=dialog)
    form = dialog.page.form
    for name, text in (("step", "1"), ("content", "到企业和职工中问卷，确定议题")):
        form.cell(name).editor.show_value(text)
    form.cell("acted_on").editor.show_value(None)
    refused = form.save()
    form.cell("acted_on").editor.show_value(date(2025, 2, 20))
    saved = form.save()
    clerk.closes(dialog)

    clerk.opens_tab("活动荣誉", "资料制品")
    clerk.adds(名称="云溪镇区域性工资集体协商资料汇编", 类别="zlwb", 完成日期="2024.7.10")
    clerk.adds(名称="协商共赢", 类别="ztp", 完成日期="2024.7.18")
    clerk.opens_tab("活动荣誉", "活动")
    clerk.adds(活动名称="区域性工资集体协商经验推广会", 类型="tgh", 日期="7.24", 参加人次="74")

    campaign = clerk.store.find(Campaign, year=2025)[0]
    assert (refused, saved) == (False, True)
    assert clerk.store.count(CampaignStep, campaign=campaign.id) == 1
    assert clerk.store.count(Output) == 2
    assert clerk.reads_figure("outputs") == "2种"
    assert clerk.reads_figure("events_key") == "1次"


def test_a_new_union_its_reply_its_plate_and_seal_are_counted(clerk: Clerk) -> None:
    before = [
        clerk.reads_figure(code)
        for code in ("unions_new", "unions_new_restaurant", "union_replies", "issued_plates")
    ]
    clerk.opens_tab("单位与工会", "基层工会")
    clerk.adds(
        工会名称="云溪老街饭店工会委员会",
        基层工会类型="dd",
        建会日期="2024.9.12",
        建会载体="饭店餐饮",
        会员人数="18",
    )
    clerk.opens_tab("文书", "发文登记")
    clerk.adds(
        发文字号="云溪镇工发〔2024〕91号",
        成文日期="2024.9.12",
        标题="关于同意成立云溪老街饭店工会委员会的批复",
        文种="批复",
        对应工会="yxljfd",
    )
    clerk.opens_tab("单位与工会", "印章门牌")
    for item in ("门牌", "公章"):
        clerk.adds(工会名称="云溪老街饭店工会委员会", 品名=item, 数量="1", 发放日期="2024.9.20")

    after = [
        clerk.reads_figure(code)
        for code in ("unions_new", "unions_new_restaurant", "union_replies", "issued_plates")
    ]
    numbers = [
        (int(b[:-1].replace("—", "0") or 0), int(a[:-1]))
        for b, a in zip(before, after, strict=True)
    ]
    assert [late - early for early, late in numbers] == [1, 1, 1, 1]
    assert clerk.store.count(Union, name="云溪老街饭店工会委员会") == 1


def test_keeping_up_the_database_raises_the_rate(clerk: Clerk) -> None:
    before = clerk.reads_figure("maint_rate")
    clerk.opens_tab("单位与工会", "数据库维护")
    waiting = [
        one
        for one in clerk.page.table.records.records
        if isinstance(one, MaintenanceItem) and one.is_preset and not one.result
    ]
    clerk.page.show_record(waiting[0].id or 0)
    clerk.corrects(维护结果="1", 维护日期="2024.11.5", 维护人="苏小禾")
    after = clerk.reads_figure("maint_rate")
    clerk.takes_back()

    assert waiting
    assert before != after
    assert clerk.reads_figure("maint_rate") == before


def test_a_photograph_in_the_paper_is_registered_and_goes_into_the_chronicle(clerk: Clerk) -> None:
    clerk.opens_tab("活动荣誉", "宣传报道")
    clerk.adds(
        题目="安全救援演练现场（图片）",
        媒体="人民代表报",
        日期="6.20",
        版面="一版报眼",
        体裁="tp",
        级别="国家级",
    )
    clerk.opens_tab("活动荣誉", "大事记")
    clerk.adds(日期="6.20", 内容="《人民代表报》一版报眼刊发安全救援演练照片。", 类别="表彰")

    assert clerk.store.find(MediaReport)[0].page == "一版报眼"
    assert clerk.reads_figure("media_upper") == "1篇"
    assert clerk.store.count(ChronicleEntry) == 1
    assert "安全救援演练照片" in clerk.prints_roster()
