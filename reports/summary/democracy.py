"""The section on democratic management: congresses, disclosure, workers on boards, harmony."""

from models.figures.figure import Figure
from reports.summary.facts import Facts, Sentence, join, say
from reports.summary.parts import DETAILED, SHORT, Clause, Passage, Section
from reports.summary.phrases import all_of, counted, is_sound, is_whole

BOARDS = (("dm_directors", "设立职工董事的企业"), ("dm_supervisors", "设立职工监事的企业"))


def _disclosure(facts: Facts) -> Sentence | None:
    disclosed, large = facts.figure("dm_disclosed"), facts.figure("above_scale_total")
    if disclosed is None:
        return None
    start = "明确厂务公开内容和责任，"
    if large is None or disclosed.value != (large.value or 0) - len(disclosed.others):
        # A unit without yearly data is among those that disclose, but not among the large ones.
        return say(start, "推行厂务公开的规模以上企业有", disclosed, "。")
    if not disclosed.others:
        return say(start, f"{facts.place.whole}", disclosed, "规模以上企业全面推行厂务公开。")
    rate = facts.figure("dm_rate")
    tail = say("，推行率", rate) if rate else ()
    return (
        *say(
            start, f"{facts.place.whole}", large, "规模以上企业中，已有", disclosed, "推行厂务公开"
        ),
        *tail,
        *say("。"),
    )


def _disclosing(facts: Facts) -> Sentence | None:
    units, matters = facts.figure("dm_disclosing_units"), facts.figure("dm_disclosures")
    if units is None or matters is None:
        return None
    return say(
        "抓好公开事项落实，",
        units,
        f"单位{facts.span}登记公开厂务事项",
        matters,
        "，接受职工监督。",
    )


def _congress(facts: Facts) -> Sentence | None:
    units = facts.figure("dm_congress")
    if units is None:
        return None
    return say(
        "坚持职工代表大会制度，建立职代会、职工大会制度或由区域职代会覆盖的单位有",
        units,
        "。",
    )


def _held(facts: Facts) -> Sentence | None:
    held, units = facts.figure("dm_congresses_held"), facts.figure("dm_congress_units")
    if held is None:
        return None
    among = say(units, "单位") if units else say(facts.place.whole)
    start = say("规范职代会程序，", *among, f"{facts.span}召开职代会", held)
    return (*start, *_reviewed(facts, held), *say("。"))


def _reviewed(facts: Facts, held: Figure) -> Sentence:
    reviews = facts.figure("dm_reviews")
    if reviews is None:
        return ()
    if reviews.value == held.value:
        return say(f"，会上{'' if held.value == 1 else '均'}对企业领导人员进行民主评议")
    return say("，其中", reviews, "对企业领导人员进行民主评议")


def _proposals(facts: Facts) -> Sentence | None:
    proposed, filed = facts.figure("dm_proposals"), facts.figure("dm_proposals_filed")
    if proposed is None:
        return None
    start = say("办好职代会提案，征集提案", proposed)
    if filed is None:
        return (*start, *say("。"))
    return (*start, *say("，立案", filed), *_handled(facts, filed), *say("。"))


def _handled(facts: Facts, filed: Figure) -> Sentence:
    done, rate = facts.figure("dm_proposals_done"), facts.figure("dm_proposal_rate")
    if is_whole(rate):
        return (*say(f"，{all_of(filed)}办结"), *_satisfied(facts))
    if done is None or rate is None or not is_sound(rate):
        return ()
    return (*say("，办结", done, "，办结率", rate), *_satisfied(facts))


def _satisfied(facts: Facts) -> Sentence:
    rate = facts.figure("dm_proposal_satisfaction")
    if is_whole(rate):
        return say("，提案人均表示满意或基本满意")
    return say("，提案人满意率", rate) if rate and is_sound(rate) else ()


def _boards(facts: Facts) -> Sentence | None:
    found = counted(facts, BOARDS)
    return (*say("推动职工参与企业决策和监督，"), *found, *say("。")) if found else None


def _harmony(facts: Facts) -> Sentence | None:
    named, applied = facts.figure("harmony_named"), facts.figure("harmony_applied")
    parts = []
    if applied:
        parts.append(say(f"{facts.span}申报", applied))
    if named:
        parts.append(say("现有劳动关系和谐企业", named))
    if not parts:
        return None
    return (*say("开展劳动关系和谐企业创建，"), *join(parts, "，"), *say("。"))


SECTION = Section(
    "democracy",
    "民主管理",
    "企业民主管理和厂务公开稳步推进",
    (
        Passage(
            "measures",
            "民主管理",
            (
                Clause("disclosure", "厂务公开", _disclosure, SHORT),
                Clause("disclosing", "公开事项", _disclosing, DETAILED),
                Clause("congress", "职代会制度", _congress),
                Clause("held", "召开职代会", _held, DETAILED),
                Clause("proposals", "职代会提案", _proposals, DETAILED),
                Clause("boards", "职工董事和监事", _boards, DETAILED),
                Clause("harmony", "和谐企业创建", _harmony),
            ),
            is_numbered=True,
        ),
    ),
)
