"""The section on service to workers: visits, what workers asked for, and help with work and family."""

from collections import Counter

from models import codes
from models.records.appeals import Appeal
from models.records.service import ServiceCampaign, Visit
from reports.summary.facts import Facts, Sentence, in_style, say
from reports.summary.parts import DETAILED, SHORT, Clause, Passage, Section
from reports.summary.record_words import counted_by, enumerated, in_quotes, without_year

SPOKEN_OF = {"1": "讲形势", "2": "讲政策", "3": "讲法律"}
DIFFICULTIES = "4"
OF_THE_TOWN, OF_UNIONS_ABOVE = "2", frozenset({"3", "4", "5"})
# What the code table has short for a column of a list.
CATEGORIES = {"3": "社会保险", "7": "福利和食宿"}
OTHER = "13"
LEAST_OFTEN = 2
MOST_TITLES = 2


def _campaign(facts: Facts) -> Sentence | None:
    found = counted_by(facts, "svc_campaigns", ServiceCampaign)
    if not found:
        return None
    titles = enumerated((_campaign_title(one.title, facts) for one in found), MOST_TITLES)
    has_begun = any(facts.period.holds(one.started_on) for one in found)
    plan = found[0].doc_no if len(found) == 1 and has_begun else ""
    manner = f"印发工作方案（{plan}），组织" if plan else "组织" if has_begun else "继续"
    return say(f"{manner}开展{titles}。")


def _themes(facts: Facts) -> Sentence | None:
    told = {
        code for one in counted_by(facts, "svc_campaigns", ServiceCampaign) for code in one.themes
    }
    names = [line.name for line in codes.table("visit_theme").lines if line.code in told]
    return say(f"活动以{'、'.join(names)}为主要内容。") if names else None


def _campaign_title(title: str, facts: Facts) -> str:
    bare = without_year(title, facts.period)
    return bare if bare.endswith(("活动", "行动")) else f"{in_quotes(bare)}活动"


def _visited(facts: Facts) -> Sentence | None:
    units, times = facts.figure("visit_units"), facts.figure("visit_times")
    if units is None:
        return None
    talk = facts.figure("visit_talk")
    often = say("、", times) if times and (times.value or 0) > (units.value or 0) else ()
    with_workers = say("，与职工面对面交谈", talk) if talk else ()
    return (*say(f"{facts.span}走访企业", units), *often, *with_workers, *say("。"))


def _led(facts: Facts) -> Sentence | None:
    led = facts.figure("visit_led")
    if led is None:
        return None
    ranks = {one.leader_rank for one in counted_by(facts, "visit_times", Visit)}
    kind = facts.place.ours.removeprefix("我")
    names = [f"{kind}领导"] if OF_THE_TOWN in ranks else []
    if ranks & OF_UNIONS_ABOVE:
        names.append("上级工会领导")
    return say(f"{'、'.join(names)}带队走访", led, "。")


def _topics(facts: Facts) -> Sentence | None:
    told = {code for one in counted_by(facts, "visit_times", Visit) for code in one.topics}
    spoken = [words for code, words in SPOKEN_OF.items() if code in told]
    parts = [f"向职工{'、'.join(spoken)}"] if spoken else []
    if DIFFICULTIES in told:
        parts.append("了解职工的实际困难")
    return say(f"走访中，{'，'.join(parts)}。") if parts else None


def _survey(facts: Facts) -> Sentence | None:
    surveys, issued = facts.figure("surveys"), facts.figure("survey_issued")
    if surveys is None:
        return None
    start = say("开展职工问卷调查", surveys)
    if issued is None:
        return (*start, *say("。"))
    returned, rate = facts.figure("survey_returned"), facts.figure("survey_return_rate")
    body = (*start, *say("，发放问卷", in_style(issued, "exact")))
    if returned is None or (returned.value or 0) > (issued.value or 0):
        return (*body, *say("。"))
    is_whole = rate is not None and rate.denominator == issued.value
    tail = say("，回收率", rate) if rate and is_whole and rate.numerator == returned.value else ()
    return (*body, *say("、回收", in_style(returned, "exact")), *tail, *say("。"))


def _issues(facts: Facts) -> Sentence | None:
    issues = facts.figure("issues")
    if issues is None:
        return None
    solved, rate = facts.figure("issues_solved"), facts.figure("issues_rate")
    start = say(f"{facts.span}登记职工诉求", issues)
    if solved is None or rate is None:
        return (*start, *say("。"))
    if solved.value == issues.value:
        return (*start, *say("，已得到解决。" if issues.value == 1 else "，全部得到解决。"))
    return (*start, *say("，已解决", solved, "，解决率", rate, "。"))


def _petitions(facts: Facts) -> Sentence | None:
    found, issues = facts.figure("issues_petitions"), facts.figure("issues")
    if found is None or issues is None or found.value == issues.value:
        return None
    return say("登记的诉求中，来访、来电、网络反映和上级转办的有", found, "。")


def _concerns(facts: Facts) -> Sentence | None:
    people = facts.figure("issues_people")
    if people is None:
        return None
    often = Counter(
        one.category
        for one in counted_by(facts, "issues", Appeal)
        if one.category not in ("", OTHER)
    )
    names = [
        CATEGORIES.get(code) or codes.table("appeal_category").label(code)
        for code, times in often.most_common(MOST_TITLES)
        if times >= LEAST_OFTEN
    ]
    tail = f"，反映较多的是{'、'.join(names)}方面的问题" if names else ""
    return say("诉求涉及职工", people, f"{tail}。")


def _satisfied(facts: Facts) -> Sentence | None:
    rate = facts.figure("issues_satisfied_rate")
    return say("职工评价满意率", rate, "。") if rate else None


def _jobs(facts: Facts) -> Sentence | None:
    times, people = facts.figure("events_jobs"), facts.figure("events_jobs_people")
    if times is None:
        return None
    tail = say("，服务求职职工", people) if people else ()
    return (*say("举办招聘和就业服务活动", times), *tail, *say("。"))


def _family(facts: Facts) -> Sentence | None:
    times, people = facts.figure("events_family"), facts.figure("events_family_people")
    if times is None:
        return None
    tail = say("，惠及职工和职工子女", people) if people else ()
    return (*say("开展亲子、托管服务活动", times), *tail, *say("。"))


SECTION = Section(
    "service",
    "服务职工",
    "面对面服务职工工作扎实开展",
    (
        Passage(
            "visits",
            "走访企业和职工",
            (
                Clause("campaign", "服务活动和方案", _campaign),
                Clause("themes", "服务活动内容", _themes, DETAILED),
                Clause("visited", "走访和交谈", _visited, SHORT),
                Clause("led", "领导带队走访", _led, DETAILED),
                Clause("topics", "交谈内容", _topics, DETAILED),
                Clause("survey", "问卷调查", _survey),
            ),
        ),
        Passage(
            "appeals",
            "职工诉求",
            (
                Clause("issues", "登记和解决", _issues, SHORT),
                Clause("petitions", "来信来访", _petitions, DETAILED),
                Clause("concerns", "涉及人次和问题类别", _concerns, DETAILED),
                Clause("satisfied", "满意率", _satisfied, DETAILED),
            ),
        ),
        Passage(
            "activities",
            "就业和家庭服务",
            (
                Clause("jobs", "招聘和就业服务", _jobs),
                Clause("family", "亲子托管", _family, DETAILED),
            ),
        ),
    ),
)
