"""Checks of the office's own word rules."""

from collections.abc import Iterator

from models.records.reported import WordRule
from models.rules.findings import Completions, Finding, Rules, error, warn
from models.values.wrong_words import WRONG_WORDS


def check_word_rule(rule: WordRule) -> Iterator[Finding]:
    """Yield a rule that would always or never apply, or call for itself."""
    if not rule.wrong:
        return
    if len(rule.wrong) == 1:
        yield warn("wrong", "只有一个字，别的词里也会有它，请写完整的词")
    if rule.is_off and rule.wrong not in {one.wrong for one in WRONG_WORDS}:
        known = "、".join(f"“{one.wrong}”" for one in WRONG_WORDS[:3])
        yield warn("is_off", f"程序自带的提醒里没有“{rule.wrong}”，自带的如{known}")
    if not rule.is_off and rule.right and rule.wrong in rule.right:
        yield error("right", "改用的词里还有不用的词，改过以后又会提醒")


CHECKS: Rules = {"word_rule": check_word_rule}
CHECKS_ACROSS: Rules = {}
COMPLETIONS: Completions = {}
