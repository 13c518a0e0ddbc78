"""Figures about safety contests, checks, hazards, training and health."""

from collections.abc import Iterable
from decimal import Decimal

from models import codes
from models.asking.sums import Summed
from models.figures import tallies
from models.figures.figure import Count, Definition, Ledger, number_of, share
from models.records.health import HealthExam, OccupationalDisease
from models.records.safety import CLOSED, CheckedUnit, Hazard, SafetyCheck, Training, names_in
from models.records.safety_contest import AnkangActivity, AnkangEntry

WOMEN = "6"
MAJOR = "2"


def entries(ledger: Ledger) -> list[AnkangEntry]:
    """Return the units in the year's contest by the cut-off day, each once, none that left it."""
    found: dict[object, AnkangEntry] = {}
    for one in ledger.all(AnkangEntry):
        has_entered = one.entered_on is None or ledger.period.has_reached(one.entered_on)
        is_in = has_entered and one.about.is_alive(one, ledger.period.as_of)
        if one.year == ledger.period.year and is_in:
            found.setdefault(ledger.unit_of(one), one)
    return list(found.values())


def activities(ledger: Ledger) -> list[AnkangActivity]:
    """Return what was done for the contest in the period."""
    return ledger.during(AnkangActivity, "on_date")


def checks(ledger: Ledger) -> list[SafetyCheck]:
    """Return the checks of the period; what units did by themselves is none."""
    counted = counted_kinds()
    return [one for one in all_checks(ledger) if one.kind in counted]


def counted_kinds() -> frozenset[str]:
    """Return the kinds of check that count, the blank one among them."""
    return codes.table("safety_check_kind").codes_where("counted") | {""}


def all_checks(ledger: Ledger) -> list[SafetyCheck]:
    """Return the checks of the period, those of the units themselves among them."""
    return ledger.during(SafetyCheck, "on_date")


def units_seen(ledger: Ledger) -> list[tuple[SafetyCheck, list[object]]]:
    """Return each check with the units that it saw: those listed one by one, else those it names."""
    listed: dict[int | None, list[CheckedUnit]] = {}
    for one in ledger.all(CheckedUnit):
        listed.setdefault(one.safety_check, []).append(one)
    return [
        (check, [ledger.unit_of(one) for one in listed.get(check.id) or _named(check)])
        for check in checks(ledger)
    ]


def _named(check: SafetyCheck) -> list[CheckedUnit]:
    return [CheckedUnit(unit_name=name) for name in names_in(check.units_text)]


def count_visits(ledger: Ledger) -> Count:
    """Return the visits to units, by number where a check names none."""
    found = units_seen(ledger)
    visits = sum(len(seen) or one.units_count or 0 for one, seen in found)
    return Count(visits, tuple(one for one, _ in found))


def count_checked(ledger: Ledger) -> Count:
    """Return the different units that were checked and are known by name."""
    found = units_seen(ledger)
    units = {unit for _, seen in found for unit in seen}
    return Count(len(units), tuple(one for one, seen in found if seen))


def hazards_of(ledger: Ledger) -> list[tuple[SafetyCheck, int, int]]:
    """Return for each check how many hazards it found and how many are closed.

    Hazards that are listed one by one go before the numbers that the check itself gives; of a
    check that found none, none is closed.
    """
    listed: dict[int | None, list[Hazard]] = {}
    for one in ledger.all(Hazard):
        listed.setdefault(one.safety_check, []).append(one)
    found = []
    for check in all_checks(ledger):
        numbers = check.hazards_found or 0, check.hazards_closed or 0
        if own := listed.get(check.id):
            numbers = len(own), sum(is_closed(one, ledger) for one in own)
        found.append((check, *numbers) if numbers[0] else (check, 0, 0))
    return found


def is_closed(hazard: Hazard, ledger: Ledger) -> bool:
    """Whether a hazard was checked again and closed by the cut-off day."""
    day = ledger.period.as_of
    return hazard.recheck_result == CLOSED and (hazard.recheck_on or day) <= day


def count_hazards(ledger: Ledger) -> Count:
    """Return the hazards that the period's checks found."""
    found = [(one, number) for one, number, _ in hazards_of(ledger) if number]
    return Count(sum(number for _, number in found), tuple(one for one, _ in found))


def count_closed(ledger: Ledger) -> Count:
    """Return those of them that are closed."""
    found = [(one, number) for one, _, number in hazards_of(ledger) if number]
    return Count(sum(number for _, number in found), tuple(one for one, _ in found))


def closing_rate(ledger: Ledger) -> Count:
    """Return the closed hazards as a share of those found; checks with open ones are the others."""
    numbers = hazards_of(ledger)
    done = [one for one, found, closed in numbers if found and closed >= found]
    others = [one for one, found, closed in numbers if closed < found]
    return share(sum(n[2] for n in numbers), sum(n[1] for n in numbers), done, others)


def trainings(ledger: Ledger, *, is_safety: bool) -> list[Training]:
    """Return the period's courses: those on safety, or all of them."""
    kinds = codes.table("training_kind").codes_where("safety")
    held = ledger.during(Training, "start_on")
    return [one for one in held if one.kind in kinds] if is_safety else held


def count_sessions(found: list[Training]) -> Count:
    """Return how many courses were held; one record may stand for several."""
    return Count(sum(one.sessions or 1 for one in found), tuple(found))


def count_trained(found: list[Training]) -> Count:
    """Return the attendances of courses."""
    return Count(sum(one.headcount or 0 for one in found), tuple(found))


def exams(ledger: Ledger, *, is_free: bool = False) -> list[HealthExam]:
    """Return the period's examinations; the free ones are all that workers do not pay."""
    free = codes.table("exam_payer").codes_where("free") | {""}
    held = ledger.during(HealthExam, "on_date")
    return [one for one in held if one.payer in free] if is_free else held


def count_examined(ledger: Ledger) -> Count:
    """Return the people examined for free, by unit, without those who came in a second round."""
    found = exams(ledger, is_free=True)
    units: dict[object, list[HealthExam]] = {}
    for one in found:
        units.setdefault(ledger.unit_of(one), []).append(one)
    return Count(sum(_people(rows) for rows in units.values()), tuple(found))


def _people(rows: list[HealthExam]) -> int:
    """Return the people of one unit: women's own examinations see people of the others again."""
    women = [one for one in rows if one.kind == WOMEN]
    kinds = {one.kind for one in rows} - {WOMEN}
    others = sum(largest_round([one for one in rows if one.kind == kind]) for kind in kinds)
    return max(others, largest_round(women))


def largest_round(rows: Iterable[HealthExam]) -> int:
    """Return how many people came in the round to which most of them came."""
    rounds: dict[int, int] = {}
    for one in rows:
        number = one.round_no or 1
        rounds[number] = rounds.get(number, 0) + (one.headcount or 0)
    return max(rounds.values(), default=0)


def count_in(ledger: Ledger, name: str) -> Count:
    """Return the sum of one of the counts of the period's examinations."""
    found = [one for one in exams(ledger) if getattr(one, name)]
    return Count(sum(int(getattr(one, name)) for one in found), tuple(found))


def exam_rate(ledger: Ledger) -> Count:
    """Return the people examined as a share of those who should have been."""
    known = [one for one in exams(ledger) if one.due_count]
    seen = sum(one.headcount or 0 for one in known)
    return share(seen, sum(one.due_count or 0 for one in known), known)


def count_exam_units(ledger: Ledger) -> Count:
    """Return the units whose people were examined for free."""
    first: dict[object, HealthExam] = {}
    for one in exams(ledger, is_free=True):
        first.setdefault(ledger.unit_of(one), one)
    return number_of(list(first.values()))


def average_score(ledger: Ledger) -> Count:
    """Return the average score of the units in the contest, to one decimal."""
    scored = [one for one in entries(ledger) if one.score is not None]
    if not scored:
        return Count(None)
    total = sum((one.score for one in scored if one.score is not None), Decimal(0))
    return Count((total / len(scored)).quantize(Decimal("0.1"), "ROUND_HALF_UP"), tuple(scored))


def major_hazards(ledger: Ledger) -> Count:
    """Return the major hazards that were found in the period and are listed one by one."""
    rows = ledger.during(Hazard, "found_on")
    return number_of([one for one in rows if one.grade == MAJOR])


def _sum_of(found: list[AnkangEntry], name: str) -> Count:
    return Count(sum(getattr(one, name) or 0 for one in found), tuple(found))


def _sum_of_activities(found: list[AnkangActivity]) -> Count:
    return Count(sum(one.headcount or 0 for one in found), tuple(found))


DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        code="ankang_units",
        label="安康杯参赛企业",
        unit="家",
        kind="flow",
        basis="本年度安康杯参赛登记，一家企业算一家；退赛的和截止日期以后才报名的不算",
        count=lambda ledger: number_of(entries(ledger)),
    ),
    Definition(
        code="ankang_people",
        label="安康杯参赛职工",
        unit="人",
        kind="flow",
        basis="本年度各参赛企业的参赛职工相加",
        count=lambda ledger: _sum_of(entries(ledger), "participants"),
        is_approximate=True,
    ),
    Definition(
        code="ankang_teams",
        label="安康杯参赛班组",
        unit="个",
        kind="flow",
        basis="本年度各参赛企业的参赛班组相加",
        count=lambda ledger: _sum_of(entries(ledger), "teams"),
    ),
    Definition(
        code="ankang_score",
        label="安康杯平均考核分",
        unit="分",
        kind="flow",
        basis="本年度有考核得分的参赛企业的平均分，保留一位小数",
        count=average_score,
    ),
    Definition(
        code="ankang_awards",
        label="安康杯获奖企业",
        unit="家",
        kind="flow",
        basis="本年度参赛企业中填了获奖情况的",
        count=lambda ledger: number_of([one for one in entries(ledger) if one.award]),
    ),
    Definition(
        code="ankang_activities",
        label="安康杯活动",
        unit="次",
        kind="flow",
        basis="活动日期在本期的安康杯活动",
        count=lambda ledger: number_of(activities(ledger)),
    ),
    Definition(
        code="ankang_activity_people",
        label="安康杯活动参加",
        unit="人次",
        kind="flow",
        basis="本期各次安康杯活动的参加人次相加",
        count=lambda ledger: _sum_of_activities(activities(ledger)),
        is_approximate=True,
    ),
    Definition(
        code="safety_checks",
        label="安全生产大检查",
        unit="次",
        kind="flow",
        basis="检查日期在本期的安全检查，一条算一次；企业自查不算",
        count=lambda ledger: number_of(checks(ledger)),
        tally=tallies.times(SafetyCheck, "on_date", {"kind": counted_kinds()}),
        is_approximate=True,
    ),
    Definition(
        code="safety_check_units",
        label="受检企业",
        unit="家次",
        kind="flow",
        basis="本期各次检查的受检企业相加：逐家登记的按登记，没有的按写明的名称，再没有的按填的家数",
        count=count_visits,
        is_approximate=True,
    ),
    Definition(
        code="safety_units_checked",
        label="受检企业（不重复）",
        unit="家",
        kind="flow",
        basis="本期检查写明名称的企业，一家企业查几次都算一家",
        count=count_checked,
    ),
    Definition(
        code="hazards_found",
        label="发现隐患",
        unit="处",
        kind="flow",
        basis="本期各次检查和企业自查发现的隐患：逐条登记的按条数，没有的按检查上填的数",
        count=count_hazards,
    ),
    Definition(
        code="hazards_closed",
        label="隐患整改销号",
        unit="处",
        kind="flow",
        basis="本期发现的隐患中，截止日期前复查销号的；没有逐条登记的按检查上填的已整改数",
        count=count_closed,
    ),
    Definition(
        code="hazards_rate",
        label="隐患整改率",
        unit="%",
        kind="rate",
        basis="隐患整改销号 ÷ 发现隐患",
        count=closing_rate,
    ),
    Definition(
        code="hazards_major",
        label="发现重大隐患",
        unit="处",
        kind="flow",
        basis="逐条登记的隐患中级别为重大、发现日期在本期内的",
        count=major_hazards,
    ),
    Definition(
        code="train_sessions",
        label="安全培训班",
        unit="期",
        kind="flow",
        basis="培训日期在本期、类别为安全的培训班；一条记录写明几期的按几期",
        count=lambda ledger: count_sessions(trainings(ledger, is_safety=True)),
    ),
    Definition(
        code="train_people",
        label="安全培训",
        unit="人次",
        kind="flow",
        basis="本期安全培训班的参训人次相加",
        count=lambda ledger: count_trained(trainings(ledger, is_safety=True)),
        is_approximate=True,
    ),
    Definition(
        code="train_all_sessions",
        label="各类培训班",
        unit="期",
        kind="flow",
        basis="培训日期在本期的各类培训班",
        count=lambda ledger: count_sessions(trainings(ledger, is_safety=False)),
        tally=tallies.total(Training, "start_on", Summed(name="sessions", blank=1)),
    ),
    Definition(
        code="train_all_people",
        label="各类培训",
        unit="人次",
        kind="flow",
        basis="本期各类培训班的参训人次相加",
        count=lambda ledger: count_trained(trainings(ledger, is_safety=False)),
        tally=tallies.total(Training, "start_on", Summed(name="headcount")),
        is_approximate=True,
    ),
    Definition(
        code="exam_people",
        label="免费健康查体",
        unit="人",
        kind="flow",
        basis=(
            "本期健康查体的实检人数按单位相加，职工自费的不算；一个单位查了几轮的取人数最多的一轮，"
            "女职工两癌检查与其他查体取大的一个，不重复计"
        ),
        count=count_examined,
        is_approximate=True,
    ),
    Definition(
        code="exam_units",
        label="组织免费查体单位",
        unit="家",
        kind="flow",
        basis="本期组织免费健康查体的单位，一家算一家",
        count=count_exam_units,
    ),
    Definition(
        code="exam_rate",
        label="查体受检率",
        unit="%",
        kind="rate",
        basis="实检人数 ÷ 应检人数，只算填了应检人数的",
        count=exam_rate,
    ),
    Definition(
        code="exam_abnormal",
        label="查体检出异常",
        unit="人",
        kind="flow",
        basis="本期健康查体的检出异常人数相加",
        count=lambda ledger: count_in(ledger, "abnormal"),
    ),
    Definition(
        code="exam_suspected",
        label="疑似职业病",
        unit="人",
        kind="flow",
        basis="本期健康查体的疑似职业病人数相加",
        count=lambda ledger: count_in(ledger, "suspected"),
    ),
    Definition(
        code="occ_diseases",
        label="新诊断职业病",
        unit="例",
        kind="flow",
        basis="诊断日期在本期的职业病",
        count=lambda ledger: number_of(ledger.during(OccupationalDisease, "diagnosed_on")),
    ),
)
