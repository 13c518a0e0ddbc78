"""Pinyin finds names by syllables and by initials."""

import os
import subprocess
import sys
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.values.pinyin import (
    BETWEEN,
    full_pinyin,
    full_pinyin_of_all,
    initials,
    initials_of_all,
)


@pytest.mark.parametrize(
    ("text", "full", "first"),
    [
        ("张三", "zhangsan", "zs"),
        ("绿女", "lvnv", "ln"),
        ("丰华ABC（２）", "fenghuaabc2", "fhabc2"),
        ("阿依古丽·买买提", "ayigulimaimaiti", "ayglmmt"),
        ("刘䶮", "liuyan", "ly"),
        ("王〇一", "wanglingyi", "wly"),
        ("MARIA SANTOS", "mariasantos", "mariasantos"),
        ("", "", ""),
    ],
)
def test_names_are_spelt_and_abbreviated(text: str, full: str, first: str) -> None:
    assert (full_pinyin(text), initials(text)) == (full, first)


@pytest.mark.parametrize(
    ("name", "full", "first"),
    [
        ("曾梅", "zengmei", "zm"),
        ("单雄", "shanxiong", "sx"),
        ("区丽", "ouli", "ol"),
        ("解放", "xiefang", "xf"),
        ("盖茂", "gemao", "gm"),
        ("仇英", "qiuying", "qy"),
        ("查良", "zhaliang", "zl"),
        ("朴海", "piaohai", "ph"),
        ("任华", "renhua", "rh"),
        ("翟明", "zhaiming", "zm"),
        ("尉迟恭", "yuchigong", "ycg"),
        ("万俟明", "moqiming", "mqm"),
        ("单于明", "chanyuming", "cym"),
        ("张三", "zhangsan", "zs"),
    ],
)
def test_family_names_have_their_own_reading(name: str, full: str, first: str) -> None:
    assert (full_pinyin(name, surname=True), initials(name, surname=True)) == (full, first)


def test_family_readings_are_used_only_when_asked_for() -> None:
    assert full_pinyin("单位") == "danwei"
    assert full_pinyin("明单", surname=True) == "mingdan"


def test_the_library_is_loaded_only_at_first_use_and_without_its_phrases() -> None:
    script = """
        import sys
        from models.values.pinyin import full_pinyin
        assert "pypinyin" not in sys.modules
        assert full_pinyin("示例镇") == "shilizhen"
        assert "pypinyin.phrases_dict" not in sys.modules
    """
    environment = {key: value for key, value in os.environ.items() if "PINYIN" not in key}

    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        env=environment,
        capture_output=True,
        check=False,
        text=True,
    )

    assert done.stderr == ""


# What keeps words and rows apart is kept, everything else is spelt or dropped.
MARKS = dict.fromkeys(map(ord, (BETWEEN, "\x1e")))


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_becomes_lower_case_letters_and_digits(text: str) -> None:
    spelt = (full_pinyin(text) + initials(text)).translate(MARKS)

    assert spelt.isascii()
    assert spelt == spelt.lower()
    assert not spelt or spelt.isalnum()


@given(st.text("张王李赵示例镇丰华", max_size=20))
def test_there_is_one_initial_a_character(text: str) -> None:
    assert len(initials(text)) == len(text)


@given(st.lists(st.text(st.sampled_from("单雨喆Aa1 ·|\n\x1e𬱖"), max_size=6), max_size=5))
def test_many_texts_are_spelt_as_each_by_itself(texts: list[str]) -> None:
    assert full_pinyin_of_all(texts) == [full_pinyin(text) for text in texts]
    assert initials_of_all(texts) == [initials(text) for text in texts]
