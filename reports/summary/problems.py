"""The section on what is still wanting, told only where the records show it."""

from collections.abc import Callable

from reports.summary.facts import Facts, Sentence, join, say
from reports.summary.parts import Clause, Passage, Section
from reports.summary.phrases import is_sound, is_whole

# A paper names a few shortcomings, the weightiest first; the others are for the office itself.
MOST_POINTS = 3


def _lead(_facts: Facts) -> Sentence:
    return say("对照职工期盼和上级要求，工作中还有一些不足：")


def _coverage(facts: Facts) -> Sentence | None:
    large, rest = facts.figure("union_rate_large_lacking"), facts.figure("units_without_union")
    if large:
        return say("组织覆盖还有空白，", large, "百人以上单位没有建立工会。")
    if rest is None or facts.figure("unions_total") is None:
        return None
    return say("组织覆盖还有空白，", rest, "单位没有建立工会，规模较小的单位建会仍是薄弱环节。")


def _bargaining(facts: Facts) -> Sentence | None:
    unsigned, run_out = facts.figure("cb_rate_lacking"), facts.figure("cb_run_out")
    parts = []
    if unsigned and facts.figure("cb_units_signed"):
        parts.append(say("纳入协商范围的企业还有", unsigned, "没有签订工资专项集体合同"))
    if run_out:
        parts.append(say(run_out, "企业的工资专项集体合同到期后没有续签"))
    if facts.figure("nego_failed"):
        parts.append(say("有的协商没有取得结果"))
    return _point("集体协商进展不平衡", *parts[:2])


def _committees(facts: Facts) -> Sentence | None:
    overdue, vacant = facts.figure("terms_overdue"), facts.figure("chairs_vacant")
    women = facts.figure("women_committees_due")
    parts = []
    if overdue:
        parts.append(say(overdue, "基层工会任期届满没有换届"))
    if vacant:
        parts.append(say(vacant, "基层工会主席空缺时间较长"))
    if women:
        parts.append(say(women, "基层工会应建未建女职工委员会"))
    return _point("基层工会自身建设有差距", *parts[:2])


def _members(facts: Facts) -> Sentence | None:
    unverified, behind = (
        facts.figure("members_verified_rate_lacking"),
        facts.figure("members_behind"),
    )
    parts = []
    # Where nobody is ticked the file was kept without that column, and says nothing about anybody.
    if unverified and facts.figure("members_verified_rate"):
        parts.append(say("登记入册的会员中", unverified, "没有完成实名认证"))
    if behind:
        parts.append(say(behind, "半年以上没有交纳会费"))
    return _point("会员管理不够细", *parts)


def _democracy(facts: Facts) -> Sentence | None:
    closed, rate = facts.figure("dm_rate_lacking"), facts.figure("dm_proposal_rate")
    parts = []
    if closed and facts.figure("dm_disclosed"):
        parts.append(say("规模以上企业中还有", closed, "没有推行厂务公开"))
    if is_sound(rate) and not is_whole(rate):
        parts.append(say("部分职代会提案没有办结"))
    return _point("民主管理发展不平衡", *parts)


def _service(facts: Facts) -> Sentence | None:
    overdue = facts.figure("issues_overdue")
    parts = []
    if overdue:
        parts.append(say(overdue, "职工诉求超过期限没有办结"))
    rate = facts.figure("hazards_rate")
    if is_sound(rate) and not is_whole(rate):
        parts.append(say("检查发现的部分安全隐患仍在整改"))
    if arrears := facts.figure("fund_arrears_units"):
        parts.append(say(arrears, "单位欠缴工会经费"))
    return _point("服务和保障还有短板", *parts[:2])


def _targets(facts: Facts) -> Sentence | None:
    missed = facts.figure("targets_missed")
    if missed is None or not facts.plans_next_year:
        return None
    return say("任务完成不均衡，上级下达的任务中还有", missed, "没有达到目标。")


def _point(claim: str, *parts: Sentence) -> Sentence | None:
    """Return a claim with what shows it, nothing when nothing does."""
    return (*say(f"{claim}，"), *join(parts, "，"), *say("。")) if parts else None


Write = Callable[[Facts], Sentence | None]
_BY_WEIGHT: tuple[tuple[str, str, Write], ...] = (
    ("coverage", "组织覆盖", _coverage),
    ("bargaining", "集体协商", _bargaining),
    ("committees", "换届和组织健全", _committees),
    ("targets", "上级任务", _targets),
    ("members", "会员管理", _members),
    ("service", "诉求、隐患和欠费", _service),
    ("democracy", "民主管理", _democracy),
)


def _among_the_weightiest(code: str, write: Write) -> Write:
    """Return a point that is told only while it is one of the few that a paper names."""

    def tell(facts: Facts) -> Sentence | None:
        found = write(facts)
        if not found:
            return None
        before = [one for name, _, one in _BY_WEIGHT[: _place(code)] if one(facts)]
        return found if len(before) < MOST_POINTS else None

    return tell


def _place(code: str) -> int:
    return [name for name, _, _ in _BY_WEIGHT].index(code)


SECTION = Section(
    "problems",
    "存在问题",
    "存在的问题和不足",
    (
        Passage(
            "points",
            "存在问题",
            tuple(
                Clause(code, label, _among_the_weightiest(code, write))
                for code, label, write in _BY_WEIGHT
            ),
            is_numbered=True,
            lead=_lead,
        ),
    ),
)
