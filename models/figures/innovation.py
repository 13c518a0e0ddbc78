"""Figures about contests, suggestions, patents, technical projects and model workers."""

from collections.abc import Callable, Sequence
from functools import partial

from models import codes
from models.asking.sums import Summed
from models.figures import tallies
from models.figures.figure import Count, Definition, Ledger, money_of, number_of
from models.records.contests import Contest, ContestResult
from models.records.honoured import ModelPerson
from models.records.innovation import Patent, Suggestion, TechItem

INVENTION = "1"
LABOUR_CONTEST = "1"
INNOVATION, METHOD, WORKSHOP = "2", "4", "6"
GRADES = (("1", "全国"), ("2", "省级"), ("3", "市级"), ("4", "县级"), ("5", "镇级"))


def contests(ledger: Ledger, *, kinds: frozenset[str] = frozenset()) -> list[Contest]:
    """Return the contests that began in the period, of some kinds or of all."""
    return [one for one in ledger.during(Contest, "started_on") if (not kinds or one.kind in kinds)]


def matches(ledger: Ledger) -> list[Contest]:
    """Return the contests of skill: 技能竞赛 and 技术比武."""
    return contests(ledger, kinds=codes.table("contest_kind").codes_where("is_match"))


def sessions(found: Sequence[Contest]) -> Count:
    """Return the sessions of contests; one that names none is one."""
    return Count(sum(one.sessions or 1 for one in found), tuple(found))


def participants(ledger: Ledger, found: Sequence[Contest]) -> Count:
    """Return how many took part: those with a result where there are any, else the count given."""
    listed = _listed(ledger)
    total = sum(len(listed.get(one.id, ())) or one.headcount or 0 for one in found)
    return Count(total, tuple(found))


def _listed(ledger: Ledger) -> dict[int | None, list[ContestResult]]:
    found: dict[int | None, list[ContestResult]] = {}
    for one in ledger.all(ContestResult):
        found.setdefault(one.contest, []).append(one)
    return found


def honoured_in_contests(ledger: Ledger) -> Count:
    """Return the results of the period's contests that brought an award or a title."""
    ids = {one.id for one in contests(ledger)}
    results = ledger.all(ContestResult)
    return number_of([one for one in results if one.contest in ids and (one.award or one.honour)])


def suggestions(ledger: Ledger) -> list[Suggestion]:
    """Return the suggestions made in the period."""
    return ledger.during(Suggestion, "suggested_on")


def suggested(ledger: Ledger, count: Callable[[Suggestion], int]) -> Count:
    """Return how many suggestions of the period a count finds, with the rows that have any."""
    found = [one for one in suggestions(ledger) if count(one)]
    return Count(sum(count(one) for one in found), tuple(found))


def applied_patents(ledger: Ledger, *kinds: str) -> list[Patent]:
    """Return the patents applied for in the period, whatever became of them, each number once."""
    return _patents(ledger, "applied_on", kinds)


def granted_patents(ledger: Ledger, *kinds: str) -> list[Patent]:
    """Return the patents granted in the period, whenever they were applied for."""
    return _patents(ledger, "granted_on", kinds)


def _patents(ledger: Ledger, day: str, kinds: Sequence[str]) -> list[Patent]:
    found: dict[object, Patent] = {}
    for one in ledger.during(Patent, day):
        if not kinds or one.kind in kinds:
            found.setdefault(one.apply_no or one.id, one)
    return list(found.values())


def under_way(ledger: Ledger, kinds: frozenset[str]) -> list[TechItem]:
    """Return the items of some kinds that were carried out in the period, at least in part."""
    stages = codes.table("tech_stage").codes_where("is_under_way")
    return [
        one
        for one in ledger.all(TechItem)
        if one.kind in kinds and one.stage in stages and _overlaps(ledger, one)
    ]


def projects(ledger: Ledger) -> list[TechItem]:
    """Return the technical projects that were carried out in the period, at least in part."""
    return under_way(ledger, codes.table("tech_kind").codes_where("is_project"))


def workshops(ledger: Ledger) -> list[TechItem]:
    """Return the workshops of innovation that had been set up by the day of counting."""
    stages = codes.table("tech_stage").codes_where("is_under_way")
    return [
        one
        for one in ledger.all(TechItem)
        if one.kind == WORKSHOP
        and one.stage in stages
        and (one.started_on is None or ledger.period.has_reached(one.started_on))
    ]


def finished_items(ledger: Ledger) -> list[TechItem]:
    """Return the items of all kinds that were finished in the period."""
    stages = codes.table("tech_stage").codes_where("is_finished")
    return [one for one in ledger.during(TechItem, "done_on") if one.stage in stages]


def _overlaps(ledger: Ledger, one: TechItem) -> bool:
    period = ledger.period
    if one.started_on is None:
        return period.holds(one.done_on)
    has_begun = one.started_on.first() <= min(period.last, period.as_of)
    if one.done_on is not None:
        return has_begun and one.done_on.last() >= period.first
    # A finished item without its day can only be known to have run where it began.
    is_finished = one.stage in codes.table("tech_stage").codes_where("is_finished")
    return period.holds(one.started_on) if is_finished else has_begun


def model_people(ledger: Ledger, grade: str = "") -> Count:
    """Return the living holders of titles of one grade or of any, each person once by the best."""
    best: dict[object, ModelPerson] = {}
    for one in ledger.all(ModelPerson):
        if not _holds_title(ledger, one):
            continue
        key = one.person or one.id_no or (one.person_name, ledger.unit_of(one))
        if key not in best or one.grade < best[key].grade:
            best[key] = one
    return number_of([one for one in best.values() if grade in ("", one.grade)])


def _holds_title(ledger: Ledger, one: ModelPerson) -> bool:
    is_alive = one.about.is_alive(one, ledger.period.as_of)
    return is_alive and ledger.period.has_reached(one.awarded_on)


def new_model_people(ledger: Ledger) -> Count:
    """Return the titles that were awarded in the period."""
    return number_of(ledger.during(ModelPerson, "awarded_on"))


DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        code="comp_sessions",
        label="技术比武场次",
        unit="场次",
        kind="flow",
        basis="竞赛比武中类型为技能竞赛、技术比武，开始日期在本期内的场次合计；劳动竞赛等不计",
        count=lambda ledger: sessions(matches(ledger)),
        is_approximate=True,
    ),
    Definition(
        code="comp_people",
        label="技术比武参赛职工",
        unit="人次",
        kind="flow",
        basis="上述技术比武的参赛人次合计；登记了成绩的按成绩册人数，没有登记成绩的按填报的参赛人次",
        count=lambda ledger: participants(ledger, matches(ledger)),
        is_approximate=True,
    ),
    Definition(
        code="comp_events",
        label="开展各类竞赛",
        unit="项",
        kind="flow",
        basis="竞赛比武中开始日期在本期内的全部类型，一条算一项",
        count=lambda ledger: number_of(contests(ledger)),
    ),
    Definition(
        code="comp_participants",
        label="各类竞赛参赛职工",
        unit="人次",
        kind="flow",
        basis="本期全部竞赛的参赛人次合计；登记了成绩的按成绩册人数",
        count=lambda ledger: participants(ledger, contests(ledger)),
        is_approximate=True,
    ),
    Definition(
        code="labour_contests",
        label="开展劳动竞赛",
        unit="项",
        kind="flow",
        basis="竞赛比武中类型为劳动竞赛、开始日期在本期内的",
        count=lambda ledger: number_of(contests(ledger, kinds=frozenset(LABOUR_CONTEST))),
    ),
    Definition(
        code="comp_honoured",
        label="竞赛获奖职工",
        unit="人次",
        kind="flow",
        basis="本期竞赛的成绩中有奖项或授予称号的",
        count=honoured_in_contests,
    ),
    Definition(
        code="sugg_qty",
        label="合理化建议（提出）",
        unit="条",
        kind="flow",
        basis="提出日期在本期内的合理化建议，条数合计",
        count=lambda ledger: suggested(ledger, lambda one: one.quantity or 1),
        tally=tallies.total(Suggestion, "suggested_on", Summed(name="quantity", blank=1)),
    ),
    Definition(
        code="sugg_adopted",
        label="合理化建议（采纳）",
        unit="条",
        kind="flow",
        basis="本期提出的合理化建议中，采纳条数合计",
        count=lambda ledger: suggested(ledger, lambda one: one.adopted_count or 0),
        tally=tallies.total(Suggestion, "suggested_on", Summed(name="adopted_count")),
    ),
    Definition(
        code="sugg_done",
        label="合理化建议（实施）",
        unit="条",
        kind="flow",
        basis="本期提出的合理化建议中，实施条数合计",
        count=lambda ledger: suggested(ledger, lambda one: one.done_count or 0),
        tally=tallies.total(Suggestion, "suggested_on", Summed(name="done_count")),
    ),
    Definition(
        code="sugg_benefit",
        label="合理化建议年效益",
        unit="元",
        kind="flow",
        basis="本期提出的合理化建议，年效益合计",
        count=lambda ledger: money_of(
            [one for one in suggestions(ledger) if one.benefit], "benefit"
        ),
    ),
    Definition(
        code="patents_invention",
        label="申报国家发明专利",
        unit="项",
        kind="flow",
        basis="职工专利中类型为发明、申请日期在本期内的；申报不等于授权，同一申请号只计一次",
        count=lambda ledger: number_of(applied_patents(ledger, INVENTION)),
    ),
    Definition(
        code="patents_applied",
        label="申报专利",
        unit="项",
        kind="flow",
        basis="发明、实用新型、外观设计三类中申请日期在本期内的，同一申请号只计一次",
        count=lambda ledger: number_of(applied_patents(ledger)),
    ),
    Definition(
        code="patents_granted",
        label="获得授权专利",
        unit="项",
        kind="flow",
        basis="三类专利中授权日期在本期内的，不论哪一年申请",
        count=lambda ledger: number_of(granted_patents(ledger)),
    ),
    Definition(
        code="patents_invention_granted",
        label="获得授权发明专利",
        unit="项",
        kind="flow",
        basis="类型为发明、授权日期在本期内的，不论哪一年申请",
        count=lambda ledger: number_of(granted_patents(ledger, INVENTION)),
    ),
    Definition(
        code="tech_projects",
        label="实施技改工程",
        unit="项",
        kind="flow",
        basis="技改革新中类别为技改工程、阶段为实施、完工或验收，工期与本期有重叠的；立项未开工的不计",
        count=lambda ledger: number_of(projects(ledger)),
    ),
    Definition(
        code="tech_invested",
        label="技改工程投资",
        unit="元",
        kind="flow",
        basis="上述技改工程的投资合计",
        count=lambda ledger: money_of(
            [one for one in projects(ledger) if one.invested], "invested"
        ),
    ),
    Definition(
        code="tech_innovations",
        label="完成技术革新",
        unit="项",
        kind="flow",
        basis="技改革新中类别为技术革新、工期与本期有重叠、阶段为实施及以后的",
        count=lambda ledger: number_of(under_way(ledger, frozenset(INNOVATION))),
    ),
    Definition(
        code="tech_methods",
        label="总结先进操作法",
        unit="项",
        kind="flow",
        basis="技改革新中类别为先进操作法、工期与本期有重叠、阶段为实施及以后的",
        count=lambda ledger: number_of(under_way(ledger, frozenset(METHOD))),
    ),
    Definition(
        code="tech_workshops",
        label="职工创新工作室",
        unit="个",
        kind="stock",
        basis="技改革新中类别为创新工作室、截至统计日已经建起的",
        count=lambda ledger: number_of(workshops(ledger)),
    ),
    Definition(
        code="tech_benefit",
        label="技改革新年效益",
        unit="元",
        kind="flow",
        basis="技改革新全部类别中完工日期在本期内的，年效益合计",
        count=lambda ledger: money_of(
            [one for one in finished_items(ledger) if one.benefit], "benefit"
        ),
    ),
    Definition(
        code="model_people",
        label="在册劳模先进",
        unit="人",
        kind="stock",
        basis="劳模先进中截至统计日已授予、现状不是去世和撤销称号的；一人多项称号只计一次，按最高的一级",
        count=model_people,
    ),
    *(
        Definition(
            code=f"model_people_{grade}",
            label=f"{words}劳模先进",
            unit="人",
            kind="stock",
            basis=f"在册劳模先进中最高称号是{words}的",
            count=partial(model_people, grade=grade),
        )
        for grade, words in GRADES
    ),
    Definition(
        code="model_people_new",
        label="本期获评劳模先进",
        unit="人次",
        kind="flow",
        basis="劳模先进中授予日期在本期内的，一项称号计一次",
        count=new_model_people,
    ),
)
