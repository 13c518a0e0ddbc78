"""A union is asked for, elected, staffed and certified, and the rosters of that are printed."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from models.records.elections import Application, Candidate, Election, LegalCertificate, Post
from models.records.unions import UnionTerm
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.record_boxes import RelatedDialog
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.journey
UNION = "云溪鑫恒化工有限公司工会委员会"


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def test_an_application_is_entered_corrected_answered_and_counted(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "申请审批")
    clerk.adds(工会名称=UNION, 申请类型="延期", 请示文号="鑫恒工〔2024〕2号", 请示日期="2024.5.6")
    before = clerk.reads_figure("applications_waiting")

    clerk.fills(批复文号="云溪镇工发〔2024〕9号", 批复日期="2024.5.1", 同意延期至="2025.9.1")
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("批复日期")
    clerk.corrects(批复日期="2024.5.10")

    (case,) = clerk.store.all(Application)
    (term,) = clerk.store.all(UnionTerm)
    assert before == "1件"
    assert "早于" in wrong
    assert (case.union is not None, case.status) == (True, "replied")
    assert term.extended_to == date(2025, 9, 1)
    assert clerk.reads_figure("applications_replied") == "1件"
    assert "云溪镇工发〔2024〕9号" in clerk.prints_roster()


def test_an_election_is_entered_its_votes_decide_and_the_candidates_are_seen(
    clerk: Clerk,
) -> None:
    clerk.opens_tab("单位与工会", "选举")
    clerk.presses("新增")
    clerk.fills(工会名称=UNION, 选举的委员会="工会委员会", 选举日期="2024.5.20")
    clerk.fills(应到人数="30", 实到人数="28", 发出选票="28", 收回选票="28")
    clerk.fills(有效票="27", 无效票="2", 应选名额="1")
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("无效票")
    clerk.corrects(无效票="1")
    (election,) = clerk.store.all(Election)

    clerk.presses("候选人")
    dialog = clerk.window.findChildren(RelatedDialog)[-1]
    for name, yes, no in (("某某甲", "20", "7"), ("某某乙", "22", "5")):
        clerk.presses("新增", within=dialog)
        clerk.fills(姓名=name, 同意票=yes, 不同意票=no, 弃权票="0")
        clerk.presses("保存 F6", within=dialog)

    found = {one.person_name: one.result for one in clerk.store.all(Candidate)}
    assert "有效票与无效票之和" in wrong
    assert election.title == f"{UNION}选举（2024-05-20）"
    assert found == {"某某甲": "2", "某某乙": "1"}
    assert clerk.reads_figure("elections_held") == "1次"
    clerk.closes(dialog)


def test_officers_are_entered_a_second_chair_is_doubted_and_the_roster_is_printed(
    clerk: Clerk,
) -> None:
    clerk.opens_tab("单位与工会", "任职")
    clerk.adds(
        工会名称=UNION, 姓名="某某甲", 工会职务="工会主席", 专兼职="专职", 任职日期="2024.5.20"
    )

    clerk.adds(
        工会名称=UNION, 姓名="某某乙", 工会职务="工会主席", 专兼职="兼职", 任职日期="2024.6.1"
    )
    doubt = clerk.reads_under("工会职务")
    clerk.corrects(工会职务="财务委员")

    assert "某某甲还在任" in doubt
    assert [one.position for one in clerk.store.all(Post)] == ["1", "20"]
    assert clerk.reads_figure("officers_fulltime") == "1人"
    assert clerk.reads_figure("officers_parttime") == "1人"
    assert "某某乙" in clerk.prints_roster()


def test_certificates_are_taken_in_and_a_lost_one_no_longer_counts(
    clerk: Clerk, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["工会名称", "证书号", "法定代表人", "发证日期", "有效期至"])
    page.append([UNION, "工法证001号", "某某主席", "2023.5.1", "2026.5.1"])
    path = tmp_path / "法人资格证书登记表.xlsx"
    book.save(path)

    clerk.closes(clerk.imports(path))
    held = clerk.reads_figure("unions_certified")
    clerk.opens_tab("单位与工会", "法人证书")
    clerk.corrects(证书状态="已遗失")

    (certificate,) = clerk.store.all(LegalCertificate)
    assert held == "1家"
    assert certificate.status == "lost"
    assert clerk.reads_figure("unions_certified") == "0家"
