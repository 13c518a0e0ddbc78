"""Figures about people of skill and merit: promoted in contests, tested, in hardship."""

from models.figures.defining import flow, stock
from models.figures.figure import Count, Definition, Ledger, number_of
from models.figures.innovation import contests
from models.figures.safety import trainings
from models.records.contests import ContestResult
from models.records.honoured import ModelPerson


def promoted(ledger: Ledger) -> Count:
    """Return the results of the period's contests that brought a higher level of skill."""
    ids = {one.id for one in contests(ledger)}
    rows = ledger.all(ContestResult)
    return number_of([one for one in rows if one.contest in ids and one.level_after])


def models_in_hardship(ledger: Ledger) -> Count:
    """Return the living model workers who are in hardship, each person once."""
    found: dict[object, ModelPerson] = {}
    for one in ledger.all(ModelPerson):
        is_alive = one.about.is_alive(one, ledger.period.as_of)
        if one.is_hardship and is_alive and ledger.period.has_reached(one.awarded_on):
            key = one.person or one.id_no or (one.person_name, ledger.unit_of(one))
            found.setdefault(key, one)
    return number_of(list(found.values()))


def passed(ledger: Ledger) -> Count:
    """Return how many passed the tests of the period's courses."""
    found = [one for one in trainings(ledger, is_safety=False) if one.pass_count]
    return Count(sum(one.pass_count or 0 for one in found), tuple(found))


DEFINITIONS: tuple[Definition, ...] = (
    flow(
        "comp_promoted",
        "竞赛晋升技能等级职工",
        "人次",
        promoted,
        basis="本期竞赛的成绩中填了晋升技能等级的",
    ),
    stock(
        "model_hardship",
        "困难劳模",
        "人",
        models_in_hardship,
        basis="在册劳模先进中勾选困难劳模的，一人多项称号只计一次",
    ),
    flow(
        "train_passed",
        "培训考核合格",
        "人次",
        passed,
        basis="培训日期在本期的各类培训班考核合格人数相加",
    ),
)
