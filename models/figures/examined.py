"""Figures about health examinations of some kinds: occupational ones, and those for women."""

from collections.abc import Callable, Iterable

from models import codes
from models.figures.figure import Count, Definition, Ledger
from models.figures.safety import WOMEN, exams, largest_round
from models.records.health import HealthExam


def _people(of_kind: Callable[[HealthExam], bool]) -> Callable[[Ledger], Count]:
    def count(ledger: Ledger) -> Count:
        found = [one for one in exams(ledger) if of_kind(one)]
        return Count(sum(_by_unit_and_kind(ledger, found)), tuple(found))

    return count


def _by_unit_and_kind(ledger: Ledger, found: Iterable[HealthExam]) -> list[int]:
    """Return the people of each unit and kind; who came in a second round is the same person."""
    rows: dict[tuple[object, str], list[HealthExam]] = {}
    for one in found:
        rows.setdefault((ledger.unit_of(one), one.kind), []).append(one)
    return [largest_round(one) for one in rows.values()]


def _is_occupational(exam: HealthExam) -> bool:
    return exam.kind in codes.table("exam_kind").codes_where("occupational")


DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        code="exam_occupational",
        label="职业健康检查",
        unit="人",
        kind="flow",
        basis=(
            "本期上岗前、在岗、离岗、应急职业健康检查的实检人数，按单位和类型相加；"
            "查了几轮的取人数最多的一轮"
        ),
        count=_people(_is_occupational),
        is_approximate=True,
    ),
    Definition(
        code="exam_women",
        label="女职工两癌筛查",
        unit="人",
        kind="flow",
        basis="本期类型为女职工两癌的实检人数，按单位相加；查了几轮的取人数最多的一轮",
        count=_people(lambda one: one.kind == WOMEN),
        is_approximate=True,
    ),
)
