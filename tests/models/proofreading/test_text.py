"""Every kind of damage is found, and sound texts are left alone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.proofreading.findings import Finding
from models.proofreading.setting import Setting
from models.proofreading.text import check_text
from tests.models.proofreading.damaged import DAMAGED
from tests.models.proofreading.sound import SOUND

HERE = Setting(
    year=2024, town="青禾镇", unions=("青禾镇总工会", "云溪县总工会"), parent="云溪县总工会"
)
# What damaged texts are made of.
SCRAPS = st.sampled_from(
    [
        *"。，、；：？！“”‘’《》（）〔〕,.;:()%％ \n0123456789xX一二三是要家户人次万年月日时",
        "其中", "覆盖率", "工会", "企业", "余", "近", "约", "左右", "以上", "2024年", "92。3%",
        "20230%", "镇总工会", "县总工会", "的的", "工作工作", "第1页 共2页", "百分之", "完成",
    ]
)  # fmt: skip


def _told(text: str, setting: Setting = HERE) -> list[tuple[str, str]]:
    return [(one.rule, one.words) for one in check_text(text, setting)]


@pytest.mark.parametrize(("text", "rule", "words"), DAMAGED, ids=[one[0][:16] for one in DAMAGED])
def test_each_damage_is_found_where_it_is(text: str, rule: str, words: str) -> None:
    found = [one for one in check_text(text, Setting()) if (one.rule, one.words) == (rule, words)]

    assert found
    assert all(text[one.start : one.end] == words for one in found)


@pytest.mark.parametrize("text", SOUND, ids=[one[:16] for one in SOUND])
def test_a_sound_text_gives_no_alarm(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("87。5%", "87.5%"),
        ("百分之95%", "95%"),
        ("3千", "3000"),
        ("5～8%", "5%～8%"),
        ("0人余", "0余人"),
        ("4 500", "4500"),
        ("二零二四年", "二〇二四年"),
        ("(2024)5号", "〔2024〕5号"),
        ("〔2024〕第05号", "〔2024〕5号"),
        ("效劳", "服务"),
        ("平安", "安全"),
        ("奉献", "贡献"),
        ("工作工作", "工作"),
        ("，，", "，"),
    ],
)
def test_what_to_write_instead_is_said(words: str, right: str) -> None:
    text = next(one[0] for one in DAMAGED if one[2] == words)

    found = next(one for one in check_text(text, Setting()) if one.words == words)

    assert found.replacement == right


def test_a_mended_damage_is_no_longer_found() -> None:
    for text, rule, words in DAMAGED:
        mended = _mended(text, rule, words)
        if mended is not None:
            assert (rule, words) not in _told(mended, Setting()), text


def _mended(text: str, rule: str, words: str) -> str | None:
    for one in check_text(text, Setting()):
        if (one.rule, one.words) == (rule, words) and one.replacement is not None:
            return text[: one.start] + one.replacement + text[one.end :]
    return None


@given(st.lists(SCRAPS, max_size=60).map("".join))
def test_any_text_is_checked_and_every_finding_is_at_its_place(text: str) -> None:
    found = check_text(text, HERE)

    assert all(text[one.start : one.end] == one.words for one in found)
    assert all(one.words and one.text for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


@given(st.text(max_size=200))
def test_no_text_whatever_is_too_much_for_the_checks(text: str) -> None:
    assert all(isinstance(one, Finding) for one in check_text(text, HERE))


@pytest.mark.parametrize(
    "text",
    [
        "全镇已建会的39家企业中，有36家签订了合同，覆盖率92.3%。" * 130,
        "“" * 4000,
        "9" * 4000,
        "一是" * 2000,
        "工会、" * 1333,
        "，" * 4000,
        " " * 4000,
        "其中3家" * 800,
    ],
    ids=lambda one: one[:4],
)
def test_four_thousand_characters_are_checked_in_the_blink_of_an_eye(text: str) -> None:
    def seconds() -> float:
        start = time.process_time()
        check_text(text, HERE)
        return time.process_time() - start

    assert min(seconds() for _ in range(3)) < 0.1


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("青禾镇总工会2023年工作总结", "2023"),
        ("2023年度工会工作情况报告", "2023"),
    ],
)
def test_a_title_with_the_year_before_is_doubtful(title: str, words: str) -> None:
    assert _told(f"{title}\n工作扎实。") == [("old_year", words)]


def test_a_title_with_the_year_itself_is_sound() -> None:
    assert _told("青禾镇总工会2024年工作总结\n学习上级2023年总结的经验，改进工作。") == []
