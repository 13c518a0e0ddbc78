"""Lists of words not to be used are taken over, and rules that make no sense are told."""

from collections.abc import Callable

import pytest

from models.proofreading.setting import setting_of
from models.proofreading.text import check_text
from models.records.reported import WordRule
from models.rules.checking import check_entry
from models.store import Store

Import = Callable[..., object]


def _told(store: Store, rule: WordRule) -> list[tuple[str, str]]:
    return [(one.level, one.field) for one in check_entry(rule, store)]


def test_a_list_of_words_becomes_rules_that_the_checks_follow(
    store: Store, bring_in: Import
) -> None:
    bring_in(
        [
            ["青石镇总工会用词规则"],
            ["不用", "改用", "说明", "停用"],
            ["打工者", "农民工", "统一称农民工", ""],
            ["效劳", "服务", "", "是"],
        ]
    )

    rules = {one.wrong: one for one in store.all(WordRule)}
    assert (rules["打工者"].right, rules["效劳"].is_off) == ("农民工", True)
    found = check_text("为打工者效劳。", setting_of(store, 2024))
    assert [(one.words, one.replacement) for one in found] == [("打工者", "农民工")]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (WordRule(wrong="打工者", right="农民工"), []),
        (WordRule(wrong="效劳", is_off=True), []),
        (WordRule(right="农民工"), [("error", "wrong")]),
        (WordRule(wrong="工", right="劳"), [("warn", "wrong")]),
        (WordRule(wrong="打工者", is_off=True), [("warn", "is_off")]),
        (WordRule(wrong="工会", right="工会组织"), [("error", "right")]),
    ],
    ids=lambda one: getattr(one, "wrong", ""),
)
def test_a_rule_that_makes_no_sense_is_told(
    store: Store, rule: WordRule, told: list[tuple[str, str]]
) -> None:
    assert _told(store, rule) == told


def test_a_word_has_one_rule(store: Store) -> None:
    with store.change("用词规则"):
        store.save(WordRule(wrong="打工者", right="农民工"))

    assert _told(store, WordRule(wrong="打工者", right="职工")) == [("error", "wrong")]
