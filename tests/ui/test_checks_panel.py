"""逻辑检查 beside the editor: groups, the state, choosing a finding, leaving one out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.proofreading.findings import Finding
from ui.office import Office
from ui.pages.summary.checks import ChecksPanel

RATE = Finding(
    rule="rate", text="企业覆盖率是98%，但36÷39＝92.3%", severity="error", figures=("cb_rate",)
)
WORD = Finding(
    rule="word",
    text="像是被机器替换过的词",
    severity="error",
    words="效劳",
    start=4,
    advice="改为“服务”",
    replacement="服务",
    section="bargaining",
    paragraph=1,
)
LEAP = Finding(rule="leap", text="变化很大", severity="hint", figures=("unions_new",))


@pytest.fixture
def panel(qtbot: QtBot, office: Office) -> ChecksPanel:
    made = ChecksPanel(office)
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def _button(panel: ChecksPanel, start: str) -> QPushButton:
    return next(one for one in panel.findChildren(QPushButton) if one.text().startswith(start))


def _rows(panel: ChecksPanel) -> list[str]:
    view = panel.list_view
    return [view.item(row).text() for row in range(view.count())]


def _click(qtbot: QtBot, panel: ChecksPanel, row: int) -> None:
    view = panel.list_view
    place = view.visualItemRect(view.item(row)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_nothing_found_says_that_all_is_right(panel: ChecksPanel) -> None:
    panel.show_findings(())

    assert panel.words == "逻辑正确"
    assert not panel.list_view.isVisible()
    shown = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert "数字之间对得上，文字里没有发现问题。" in shown


def test_findings_are_listed_in_their_groups(panel: ChecksPanel) -> None:
    panel.show_findings((LEAP, WORD, RATE))

    assert panel.words == "还有 2 处要看，另有 1 处提示"
    assert panel.findings == (RATE, WORD, LEAP)
    assert _rows(panel) == [
        "数据　1处",
        "企业覆盖率是98%，但36÷39＝92.3%",
        "文字　1处",
        "“效劳”：像是被机器替换过的词；改为“服务”",
        "提示　1处",
        "变化很大",
    ]


def test_hints_alone_leave_it_right(panel: ChecksPanel) -> None:
    panel.show_findings((LEAP,))

    assert panel.words == "逻辑正确，另有 1 处提示"
    assert panel.list_view.isVisible()


def test_a_click_tells_which_finding_it_was(qtbot: QtBot, panel: ChecksPanel) -> None:
    panel.show_findings((RATE, WORD))

    with qtbot.waitSignal(panel.finding_chosen) as chosen:
        _click(qtbot, panel, 3)

    assert chosen.args == [WORD]


def test_a_click_on_the_name_of_a_group_does_nothing(qtbot: QtBot, panel: ChecksPanel) -> None:
    panel.show_findings((RATE, WORD))

    with qtbot.assertNotEmitted(panel.finding_chosen):
        _click(qtbot, panel, 0)


def test_enter_chooses_as_a_click_does(qtbot: QtBot, panel: ChecksPanel) -> None:
    panel.show_findings((RATE, WORD))
    panel.list_view.setCurrentRow(1)

    with qtbot.waitSignal(panel.finding_chosen) as chosen:
        qtbot.keyClick(panel.list_view, Qt.Key.Key_Return)

    assert chosen.args == [RATE]


def test_what_is_ignored_stays_away_until_it_is_recalled(qtbot: QtBot, panel: ChecksPanel) -> None:
    panel.show_findings((RATE, WORD))
    _click(qtbot, panel, 3)

    qtbot.mouseClick(_button(panel, "忽略选中"), Qt.MouseButton.LeftButton)
    panel.show_findings((RATE, WORD))
    without = panel.findings
    qtbot.mouseClick(_button(panel, "已忽略 1 处"), Qt.MouseButton.LeftButton)

    assert without == (RATE,)
    assert panel.findings == (RATE, WORD)
    assert not _button(panel, "已忽略").isVisible()


def test_nothing_can_be_ignored_or_mended_before_something_is_chosen(
    panel: ChecksPanel,
) -> None:
    panel.show_findings((RATE,))

    assert not _button(panel, "忽略选中").isEnabled()
    assert not _button(panel, "照改").isEnabled()


def test_only_words_with_a_known_cure_can_be_mended(qtbot: QtBot, panel: ChecksPanel) -> None:
    panel.show_findings((RATE, WORD))
    _click(qtbot, panel, 1)
    with_figure = _button(panel, "照改").isEnabled()
    _click(qtbot, panel, 3)

    with qtbot.waitSignal(panel.mend_asked) as asked:
        qtbot.mouseClick(_button(panel, "照改这一处"), Qt.MouseButton.LeftButton)

    assert not with_figure
    assert asked.args == [WORD]


def test_another_year_begins_with_nothing_ignored(
    qtbot: QtBot, panel: ChecksPanel, office: Office
) -> None:
    panel.show_findings((RATE, WORD))
    _click(qtbot, panel, 1)
    panel.ignore_chosen()

    office.set_year(2023)
    panel.show_findings((RATE,))

    assert panel.findings == (RATE,)


def test_checking_again_is_asked_for(qtbot: QtBot, panel: ChecksPanel) -> None:
    with qtbot.waitSignal(panel.check_asked):
        qtbot.mouseClick(_button(panel, "再检查"), Qt.MouseButton.LeftButton)


def test_the_chosen_line_stays_when_the_check_is_run_again(
    qtbot: QtBot, panel: ChecksPanel
) -> None:
    panel.show_findings((RATE, WORD, LEAP))
    _click(qtbot, panel, 3)

    panel.show_findings((WORD, LEAP))

    assert panel.list_view.currentItem().text().startswith("“效劳”")
