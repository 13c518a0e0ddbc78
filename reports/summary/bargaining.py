"""The section on collective bargaining over wages."""

from models.figures.bargaining import ALL_COMPANIES, ALL_WITH_UNION, MANUAL
from models.figures.figure import Figure
from reports.summary.campaign import ORGANISED, STEPS
from reports.summary.facts import Facts, Sentence, join, say
from reports.summary.parts import DETAILED, SHORT, Clause, Passage, Section
from reports.summary.phrases import all_of, counted, is_sound, is_whole

SCOPES = {ALL_WITH_UNION: "已建会的", ALL_COMPANIES: ""}


def _signed(facts: Facts) -> Sentence | None:
    signed = facts.figure("cb_units_signed")
    if signed is None:
        return None
    return (
        *_signed_of_scope(facts, signed),
        *_workers(facts),
        *say("。"),
    )


def _signed_of_scope(facts: Facts, signed: Figure) -> Sentence:
    start = f"{facts.until}，{facts.place.whole}"
    bare = say(f"{start}已有", signed, "企业签订工资专项集体合同")
    scope, rate = facts.figure("cb_units_scope"), facts.figure("cb_rate")
    if scope is None or rate is None or (signed.value or 0) > (scope.value or 0):
        return bare
    basis = facts.campaign.denominator_basis if facts.campaign else ""
    if basis == MANUAL:
        return (*bare, *say("，按", scope, "企业的口径计算，覆盖率", rate))
    if signed.value != (scope.value or 0) - len(rate.others):
        # Somebody signed who is not in the scope, so the signed are no part of it.
        return bare
    whole = say(f"{start}{SCOPES.get(basis, '已建会并纳入协商范围的')}", scope, "企业")
    if not rate.others:
        return (*whole, *say(f"{all_of(scope)}签订工资专项集体合同，覆盖率", rate))
    return (*whole, *say("中，有", signed, "签订了工资专项集体合同，覆盖率", rate))


def _workers(facts: Facts) -> Sentence:
    workers = facts.figure("cb_workers")
    return say("，受益职工", workers) if workers else ()


def _raise(facts: Facts) -> Sentence | None:
    raised, signed = facts.figure("cb_raise"), facts.figure("cb_units_signed")
    if raised is None or signed is None or (raised.value or 0) < 0:
        return None
    told = "合同约定" if len(raised.records) == signed.value else "写明工资水平的合同约定"
    return say(f"{told}职工平均工资比上年增长", raised, "。")


def _lowest_wage(facts: Facts) -> Sentence | None:
    lowest = facts.figure("cb_lowest_wage")
    if lowest is None:
        return None
    signed = facts.figure("cb_units_signed")
    has_all = signed is not None and len(lowest.records) == signed.value
    told = "合同约定的月最低工资标准均" if has_all else "写明月最低工资标准的合同，标准均"
    return say(f"{told}不低于", lowest, "。")


def _other_contracts(facts: Facts) -> Sentence | None:
    women, general = facts.figure("cb_units_women"), facts.figure("cb_units_general")
    safety = facts.figure("cb_units_safety")
    parts = []
    if women:
        parts.append(say(women, "企业签订了女职工权益保护专项集体合同"))
    if general:
        parts.append(say(general, "企业签订了综合集体合同"))
    if safety:
        parts.append(say(safety, "企业签订了劳动安全卫生专项集体合同"))
    if not parts:
        return None
    has_signed = facts.figure("cb_units_signed") is not None
    start = "此外，还有" if has_signed else f"{facts.until}，{facts.place.whole}有"
    return (*say(start), *join(parts, "，有"), *say("。"))


def _in_force(facts: Facts) -> Sentence | None:
    """Tell of contracts as documents, an area's contract being one, where there are such."""
    contracts = facts.figure("cb_contracts")
    named = (("cb_contracts_area", "区域性合同"), ("cb_contracts_trade", "行业性合同"))
    shared = counted(facts, named)
    if contracts is None or not shared:
        return None
    return (*say("现行有效的各类集体合同", contracts, "，其中"), *shared, *say("。"))


def _offers(facts: Facts) -> Sentence | None:
    offers, rate = facts.figure("nego_offers"), facts.figure("nego_reply_rate")
    if offers is None:
        return None
    start = say(f"{facts.span}发出集体协商要约", offers)
    if is_whole(rate):
        answered = say(f"，{all_of(offers)}得到应约")
    else:
        answered = say("，应约率", rate) if rate and is_sound(rate) else ()
    named = (("nego_meetings", "召开协商会议"), ("nego_votes_passed", "经职代会审议通过"))
    held = counted(facts, named, "，")
    return (*start, *answered, *(say("，") if held else ()), *held, *say("。"))


def _delegates(facts: Facts) -> Sentence | None:
    named = (("nego_delegates", "双方协商代表"), ("nego_topics", "协商议题"))
    found = counted(facts, named, "，")
    return (*say("各次协商共有"), *found, *say("。")) if found else None


def _checks(facts: Facts) -> Sentence | None:
    checked, rate = facts.figure("cb_checked"), facts.figure("cb_performance_rate")
    if checked is None or rate is None:
        return None
    start = say("对", checked, "企业的合同履行情况开展检查，")
    if is_whole(rate):
        return (*start, *say("受检企业均能履行或基本履行合同。"))
    return (*start, *say("履约率", rate, "。")) if is_sound(rate) else None


def _renewal(facts: Facts) -> Sentence | None:
    rate = facts.figure("cb_renewal_rate")
    if rate is None or not is_sound(rate):
        return None
    return say("期满的合同全部按期续签。") if is_whole(rate) else say("期满合同续签率", rate, "。")


def _guides(facts: Facts) -> Sentence | None:
    guides = facts.figure("cb_guides")
    return say("现有集体协商指导员", guides, "。") if guides else None


SECTION = Section(
    "bargaining",
    "工资集体协商",
    "工资集体协商扎实推进",
    (
        ORGANISED,
        STEPS,
        Passage(
            "results",
            "签订情况",
            (
                Clause("signed", "工资专项合同和覆盖率", _signed, SHORT),
                Clause("raise", "工资增长", _raise),
                Clause("lowest_wage", "最低工资标准", _lowest_wage, DETAILED),
                Clause("other_contracts", "其他专项合同", _other_contracts),
                Clause("in_force", "区域和行业合同", _in_force, DETAILED),
            ),
        ),
        Passage(
            "negotiations",
            "协商和履约",
            (
                Clause("offers", "要约和协商会议", _offers, DETAILED),
                Clause("delegates", "协商代表和议题", _delegates, DETAILED),
                Clause("checks", "履约检查", _checks, DETAILED),
                Clause("renewal", "到期续签", _renewal, DETAILED),
                Clause("guides", "协商指导员", _guides, DETAILED),
            ),
        ),
    ),
)
