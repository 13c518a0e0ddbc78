"""The section on honours received and given, and on what was published."""

from collections.abc import Sequence

from models import codes
from models.figures.events import TOWN
from models.records.honours import Honour, MediaReport, Output
from reports.summary.facts import Facts, Sentence, say
from reports.summary.parts import DETAILED, SHORT, Clause, Passage, Section
from reports.summary.record_words import (
    by_short_name,
    counted_by,
    enumerated,
    has_number,
    in_quotes,
    in_title_marks,
    running,
)

UNIT = "2"
PICTURE = "2"
PAPERS = ("报", "刊", "杂志")
MOST_TITLES, MOST_REPORTS = 3, 2


def _received(facts: Facts) -> Sentence | None:
    received, town = facts.figure("honors_received"), facts.figure("honors_town")
    if received is None:
        return None
    start = say(f"{facts.span}获得各级荣誉", received)
    if town is None:
        return (*start, *say("。"))
    if town.value == received.value:
        return (*start, *say(f"，均为{_own(facts)}获得的市级以上荣誉。"))
    return (*start, *say(f"，其中{_own(facts)}获市级以上荣誉", town, "。"))


def _own(facts: Facts) -> str:
    """Return how the township's union calls itself in the middle of a text."""
    return by_short_name(facts.town.union_name, facts)


def _of_the_union(facts: Facts) -> Sentence | None:
    own = [one for one in counted_by(facts, "honors_received", Honour) if one.owner_kind == TOWN]
    told = sorted(own, key=lambda one: one.grade or "9")[:MOST_TITLES]
    parts = [f"被{_issuers(one)}授予{in_quotes(one.title)}称号" for one in told]
    return say(f"{_own(facts)}{'，'.join(parts)}。") if parts else None


def _issuers(honour: Honour) -> str:
    both = [one for one in (honour.issuer, honour.co_issuer) if one]
    return "和".join(both)


def _of_others(facts: Facts) -> Sentence | None:
    """Say which titles units and people received; who they are stands in the list of honours."""
    found = [one for one in counted_by(facts, "honors_received", Honour) if one.owner_kind != TOWN]
    if not found:
        return None
    titles = enumerated((in_quotes(one.title) for one in found), MOST_TITLES)
    kinds = {one.owner_kind for one in found}
    who = "基层单位" if kinds == {UNIT} else "职工" if UNIT not in kinds else "基层单位和职工"
    return say(f"{facts.place.whole}{who}获得{titles}。")


def _given(facts: Facts) -> Sentence | None:
    given = facts.figure("honors_given")
    if given is None:
        return None
    found = counted_by(facts, "honors_given", Honour)
    titles = enumerated((in_quotes(one.title) for one in found), MOST_TITLES)
    return say(f"开展本级评先表彰，授予{titles}称号", given, "。")


def _reports(facts: Facts) -> Sentence | None:
    every, upper = facts.figure("media_all"), facts.figure("media_upper")
    if every is None:
        return None
    start = say(f"{facts.span}在各级媒体刊发工会工作报道", every)
    if upper is None:
        return (*start, *say("。"))
    if upper.value == every.value:
        return (*start, *say("，均为省级以上媒体刊发。"))
    return (*start, *say("，其中省级以上媒体", upper, "。"))


def _report_titles(facts: Facts) -> Sentence | None:
    upper = counted_by(facts, "media_upper", MediaReport)
    told = [_published(one) for one in upper[:MOST_REPORTS]]
    return say(f"{'，'.join(told)}。") if told else None


def _published(report: MediaReport) -> str:
    media = in_title_marks(report.media) if report.media.endswith(PAPERS) else report.media
    page = "" if has_number(report.page) else report.page
    kind = "图片报道" if report.kind == PICTURE else ""
    return f"{kind}{in_title_marks(report.title.removesuffix('（图片）'))}在{media}{page}刊发"


def _outputs(facts: Facts) -> Sentence | None:
    outputs = facts.figure("outputs")
    if outputs is None:
        return None
    kinds = {one.kind for one in _made(facts)}
    names = [line.name for line in codes.table("output_kind").lines if line.code in kinds]
    return say(f"编印制作{'、'.join(names) or '宣传资料'}", outputs, "。")


def _output_titles(facts: Facts) -> Sentence | None:
    found = _made(facts)
    titles = enumerated((in_title_marks(running(one.title)) for one in found), MOST_TITLES)
    return say(f"主要有{titles}。") if titles else None


def _made(facts: Facts) -> Sequence[Output]:
    return counted_by(facts, "outputs", Output)


SECTION = Section(
    "honours",
    "表彰和宣传",
    "评先树优和工会宣传同步推进",
    (
        Passage(
            "honours",
            "评先表彰",
            (
                Clause("received", "获得荣誉", _received, SHORT),
                Clause("of_the_union", "总工会的荣誉", _of_the_union),
                Clause("of_others", "单位和职工的荣誉", _of_others, DETAILED),
                Clause("given", "本级表彰", _given),
            ),
        ),
        Passage(
            "publicity",
            "宣传报道",
            (
                Clause("reports", "刊发报道", _reports),
                Clause("report_titles", "重点报道", _report_titles, DETAILED),
                Clause("outputs", "资料制品", _outputs),
                Clause("output_titles", "资料名称", _output_titles, DETAILED),
            ),
        ),
    ),
)
