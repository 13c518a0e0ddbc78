"""The section on members: how many, who joined, how they are kept."""

from models.figures.figure import Figure
from reports.summary.facts import Facts, Sentence, say
from reports.summary.growth import than_last_year
from reports.summary.parts import DETAILED, SHORT, Clause, Passage, Section
from reports.summary.phrases import all_of, counted, exactly, is_sound, is_whole, of_which

JOINED = (
    ("members_new_female", "女职工"),
    ("members_new_migrant", "农民工"),
    ("members_new_new_form", "新就业形态劳动者"),
)
ON_THE_ROLL = (
    ("members_female", "女会员"),
    ("members_migrant", "农民工会员"),
    ("members_new_form", "新就业形态劳动者会员"),
)
MOVES = (("members_moved_in", "转入会员"), ("members_moved_out", "转出会员"))


def _joined(facts: Facts) -> Sentence | None:
    new = facts.figure("members_new")
    if new is None:
        return None
    return (
        *say(f"{facts.span}新发展会员", exactly(new)),
        *of_which(facts, new, JOINED),
        *say("。"),
    )


def _growth(facts: Facts) -> Sentence | None:
    change = than_last_year(facts, "members_new")
    if change is None or facts.figure("members_new") is None:
        return None
    return (*say("新发展会员数"), *change, *say("。"))


def _rate(facts: Facts) -> Sentence | None:
    rate = facts.figure("joining_rate")
    if rate is None or not is_sound(rate):
        return None
    return say(f"{facts.until}，已建会单位职工入会率为", rate, "。")


def _roll(facts: Facts) -> Sentence | None:
    """Tell of the roll of names, which seldom holds all that the unions report."""
    on_roll = facts.figure("members_active")
    if on_roll is None:
        return None
    return (
        *say("推进会员实名制管理，登记入册会员", exactly(on_roll)),
        *of_which(facts, on_roll, ON_THE_ROLL),
        *_verified(facts, on_roll),
        *say("。"),
    )


def _verified(facts: Facts, on_roll: Figure) -> Sentence:
    rate = facts.figure("members_verified_rate")
    if is_whole(rate):
        return say(f"，{all_of(on_roll)}完成实名认证")
    return say("，实名认证率", rate) if rate and is_sound(rate) else ()


def _moves(facts: Facts) -> Sentence | None:
    moves, transfers = counted(facts, MOVES), facts.figure("member_transfers")
    done = say("办结会员转接手续", transfers) if transfers else ()
    found = (*moves, *(say("，") if moves and done else ()), *done)
    return (*say("做好会籍接转，"), *found, *say("。")) if found else None


SECTION = Section(
    "membership",
    "会员发展与会员服务",
    "会员发展和会籍管理稳步推进",
    (
        Passage(
            "members",
            "会员情况",
            (
                Clause("joined", "新发展会员", _joined, SHORT),
                Clause("growth", "新会员比上年", _growth, DETAILED),
                Clause("rate", "入会率", _rate),
                Clause("roll", "实名制管理", _roll, DETAILED),
                Clause("moves", "会籍接转", _moves, DETAILED),
            ),
        ),
    ),
)
