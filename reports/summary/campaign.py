"""What the chapter on bargaining tells of the year's campaign: its leaders, its time, its steps."""

from collections.abc import Callable

from models.figures.figure import Figure
from models.records.bargaining import Campaign, CampaignStep
from reports.summary.facts import Facts, Sentence, say
from reports.summary.parts import Clause, Passage

SURVEY, PARTIES, TRAINING, PROCEDURE, FOLLOW_UP = "1", "2", "3", "4", "5"


def _leading_group(facts: Facts) -> Sentence | None:
    campaign = facts.campaign
    if campaign is None or not _holds_its_start(facts):
        return None
    parts = []
    if campaign.leader_post:
        parts.append(f"成立由{campaign.leader_post}任组长的工资集体协商工作领导小组")
    if campaign.plan_title:
        number = f"（{campaign.plan_no}）" if campaign.plan_no else ""
        title = _in_title_marks(campaign.plan_title)
        parts.append(f"制定印发{title}{number}")
    return say(f"{facts.place.ours}{'，'.join(parts)}。") if parts else None


def _is_under_way(campaign: Campaign, facts: Facts) -> bool:
    """Whether a campaign was not over before the stretch that is told of."""
    return campaign.ended_on is None or campaign.ended_on >= facts.period.first


def _holds_its_start(facts: Facts) -> bool:
    """Whether the stretch tells of the year's campaign from its start, which may be in December."""
    campaign = facts.campaign
    if campaign is None or not facts.period.has_reached(campaign.started_on):
        return False
    return facts.is_from_january or facts.period.holds(campaign.started_on)


def _in_title_marks(title: str) -> str:
    """Return a title in 《》, whatever marks the clerk put; a title within it has 〈〉."""
    if title.startswith("《") and title.find("》") == len(title) - 1:
        return title
    return f"《{title.replace('《', '〈').replace('》', '〉')}》"


def _time_taken(facts: Facts) -> Sentence | None:
    months = facts.figure("cb_months")
    campaign = facts.campaign
    if campaign is None or not _is_under_way(campaign, facts):
        return None
    if not facts.period.has_reached(campaign.started_on):
        return None
    began = f"{_since(campaign, facts)}，"
    if months is None or not facts.period.has_reached(campaign.ended_on):
        return say(f"{began}在各企业中分步推进协商工作。")
    return say(f"{began}集中", months, "时间，在各企业中分步推进协商工作。")


def _since(campaign: Campaign, facts: Facts) -> str:
    start = campaign.started_on or facts.period.first
    year = "" if start.year == facts.period.year else f"{start.year}年"
    return f"自{year}{start.month}月起"


def _step(number: str, words: Callable[[Facts], Sentence]) -> Callable[[Facts], Sentence | None]:
    """Return a clause that is written once its step has been taken."""

    def write(facts: Facts) -> Sentence | None:
        taken = {one.step for one in facts.steps if _is_told(one, facts)}
        return words(facts) if number in taken else None

    return write


def _is_told(step: CampaignStep, facts: Facts) -> bool:
    """Whether a step belongs to the stretch."""
    reached = facts.period.has_reached(step.acted_on)
    return reached if _holds_its_start(facts) else facts.period.holds(step.acted_on)


def _of_campaign(facts: Facts, code: str) -> Figure | None:
    """Return a figure of the year's campaign where the stretch holds all of it up to its end."""
    return facts.figure(code) if _holds_its_start(facts) else None


def _parties(_facts: Facts) -> Sentence:
    return say("抓主体，按民主程序产生双方协商代表")


def _procedure(_facts: Facts) -> Sentence:
    return say("抓程序，做到要约、协商、审议、签字、报送步步留痕")


def _follow_up(_facts: Facts) -> Sentence:
    return say("抓完善，检查履约情况，督促合同条款逐项兑现")


def _survey(facts: Facts) -> Sentence:
    visited = _of_campaign(facts, "cb_surveyed")
    if visited is None:
        return say("抓调研，从职工最关心的事情里确定协商议题")
    return say("抓调研，深入企业", visited, "，从职工最关心的事情里确定协商议题")


def _training(facts: Facts) -> Sentence:
    sessions = _of_campaign(facts, "cb_training_sessions")
    people = _of_campaign(facts, "cb_trained")
    if sessions is None:
        return say("抓培训，提高双方代表的协商能力")
    if people is None:
        return say("抓培训，举办协商代表培训", sessions, "，提高双方代表的协商能力")
    return say("抓培训，举办协商代表培训", sessions, "、", people, "，提高双方代表的协商能力")


ORGANISED = Passage(
    "organised",
    "组织部署",
    (
        Clause("leading_group", "领导小组和方案", _leading_group),
        Clause("time_taken", "协商时间", _time_taken),
    ),
)
STEPS = Passage(
    "steps",
    "五步工作",
    (
        Clause("survey", "抓调研", _step(SURVEY, _survey)),
        Clause("parties", "抓主体", _step(PARTIES, _parties)),
        Clause("training", "抓培训", _step(TRAINING, _training)),
        Clause("procedure", "抓程序", _step(PROCEDURE, _procedure)),
        Clause("follow_up", "抓完善", _step(FOLLOW_UP, _follow_up)),
    ),
    is_numbered=True,
    between="；",
    end="。",
)
