"""The section on contests, suggestions, inventions and model workers."""

from reports.summary.facts import Facts, Sentence, join, money, say
from reports.summary.parts import DETAILED, Clause, Passage, Section
from reports.summary.phrases import all_of, counted, of_which

MODELS = tuple(
    (f"model_people_{grade}", words)
    for grade, words in (
        ("1", "全国"),
        ("2", "省级"),
        ("3", "市级"),
        ("4", "县级"),
        ("5", "本级"),
    )
)


def _contests(facts: Facts) -> Sentence | None:
    contests, people = facts.figure("comp_events"), facts.figure("comp_participants")
    sessions = facts.figure("comp_sessions")
    if contests is None:
        return None
    return (
        *say(f"{facts.span}开展各类劳动和技能竞赛", contests),
        *(say("，参赛职工", people) if people else ()),
        *(say("，举办技术比武", sessions) if sessions else ()),
        *say("。"),
    )


def _honoured(facts: Facts) -> Sentence | None:
    named = (("comp_honoured", "获得奖项或称号的职工"), ("comp_promoted", "晋升技能等级的职工"))
    found = counted(facts, named)
    return (*say("通过竞赛，"), *found, *say("。")) if found else None


def _suggestions(facts: Facts) -> Sentence | None:
    made, adopted = facts.figure("sugg_qty"), facts.figure("sugg_adopted")
    done = facts.figure("sugg_done")
    if made is None:
        return None
    start = say("职工提出合理化建议", made)
    if adopted and adopted.value == made.value:
        taken = say(f"，{all_of(made)}被企业采纳")
    else:
        taken = say("，采纳", adopted) if adopted else ()
    carried = say("、实施" if adopted else "，实施", done) if done else ()
    return (*start, *taken, *carried, *say("。"))


def _benefit(facts: Facts) -> Sentence | None:
    of_suggestions, of_projects = facts.figure("sugg_benefit"), facts.figure("tech_benefit")
    parts = []
    if of_suggestions:
        parts.append(say("合理化建议预计年创效益", money(of_suggestions)))
    if of_projects:
        parts.append(say("完工的技改革新项目预计年创效益", money(of_projects)))
    return (*join(parts, "，"), *say("。")) if parts else None


def _projects(facts: Facts) -> Sentence | None:
    projects, invested = facts.figure("tech_projects"), facts.figure("tech_invested")
    parts = []
    if projects:
        spent = say("、投资", money(invested)) if invested else ()
        parts.append((*say("实施技改工程", projects), *spent))
    named = (("tech_innovations", "完成技术革新"), ("tech_methods", "总结先进操作法"))
    if others := counted(facts, named, "，"):
        parts.append(others)
    return (*join(parts, "，"), *say("。")) if parts else None


def _patents(facts: Facts) -> Sentence | None:
    applied, granted = facts.figure("patents_applied"), facts.figure("patents_granted")
    parts = []
    if applied:
        inventions = (("patents_invention", "国家发明专利"),)
        parts.append((*say("申报专利", applied), *of_which(facts, applied, inventions)))
    if granted:
        inventions = (("patents_invention_granted", "发明专利"),)
        parts.append((*say("获得授权专利", granted), *of_which(facts, granted, inventions)))
    return (*join(parts, "；"), *say("。")) if parts else None


def _workshops(facts: Facts) -> Sentence | None:
    workshops = facts.figure("tech_workshops")
    return say("建有职工创新工作室", workshops, "，带动职工学技术、钻业务。") if workshops else None


def _models(facts: Facts) -> Sentence | None:
    people, new = facts.figure("model_people"), facts.figure("model_people_new")
    if people is None:
        return None
    start = say(f"{facts.place.whole}现有劳模先进", people)
    return (*start, *(say(f"，{facts.span}新获评", new) if new else ()), *say("。"))


def _models_by_grade(facts: Facts) -> Sentence | None:
    if facts.figure("model_people") is None:
        return None
    found = counted(facts, MODELS)
    return (*say("按最高称号分，"), *found, *say("。")) if len(found) > 1 + 1 else None


SECTION = Section(
    "innovation",
    "劳动竞赛与技术创新",
    "劳动竞赛和职工技术创新扎实开展",
    (
        Passage(
            "contests",
            "竞赛和建议",
            (
                Clause("contests", "竞赛比武", _contests),
                Clause("honoured", "竞赛获奖", _honoured, DETAILED),
                Clause("suggestions", "合理化建议", _suggestions),
                Clause("projects", "技改和革新", _projects),
                Clause("patents", "专利", _patents),
                Clause("benefit", "创造的效益", _benefit, DETAILED),
            ),
        ),
        Passage(
            "models",
            "工匠劳模",
            (
                Clause("workshops", "创新工作室", _workshops, DETAILED),
                Clause("models", "劳模先进", _models, DETAILED),
                Clause("models_by_grade", "劳模先进分级", _models_by_grade, DETAILED),
            ),
        ),
    ),
)
