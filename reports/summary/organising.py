"""The section on founding unions and keeping them in order."""

from reports.summary.facts import Facts, Sentence, join, say
from reports.summary.growth import than_last_year
from reports.summary.parts import DETAILED, SHORT, Clause, Passage, Section
from reports.summary.phrases import adds_up, all_of, counted, is_sound, is_whole

CARRIERS = (
    ("unions_new_coop", "农民专业合作社工会"),
    ("unions_new_hotel", "宾馆酒店工会"),
    ("unions_new_restaurant", "饭店餐饮工会"),
    ("unions_new_market", "超市商场工会"),
    ("unions_new_carrier_11", "专业市场和商圈工会"),
    ("unions_new_carrier_12", "楼宇工会"),
    ("unions_new_carrier_13", "园区工会"),
    ("unions_new_carrier_14", "建筑项目工会"),
    ("unions_new_carrier_15", "货运物流工会"),
    ("unions_new_carrier_16", "快递网点工会"),
    ("unions_new_carrier_17", "网约配送站点工会"),
    ("unions_new_carrier_18", "家政服务工会"),
)
ISSUED = (
    ("issued_seals", "刻制印章"),
    ("issued_plates", "制作门牌"),
    ("issued_boards", "制作版面"),
)


def _new_unions(facts: Facts) -> Sentence | None:
    new = facts.figure("unions_new")
    if new is None:
        return None
    single, joint = facts.figure("unions_new_single"), facts.figure("unions_new_joint")
    split: Sentence = ()
    if single and joint and adds_up(new, single, joint):
        split = say("，其中单独建会", single, "、联合建会", joint)
    return (*say(f"{facts.span}新建基层工会", new), *split, *say("。"))


def _growth(facts: Facts) -> Sentence | None:
    change, total = than_last_year(facts, "unions_total"), facts.figure("unions_total")
    if total is None or not change or not any(one.figure for one in change):
        return None
    return (*say("基层工会总数为", total, "，"), *change, *say("。"))


def _task(facts: Facts) -> Sentence | None:
    task, rate = facts.figure("task_unions"), facts.figure("task_unions_rate")
    if task is None or rate is None or not facts.is_from_january:
        # A stretch that begins later holds only some of what the year's task asks for.
        return None
    done, asked = facts.figures["unions_new"].value or 0, task.value or 0
    if done == asked:
        return say("圆满完成上级下达的", task, "建会任务。")
    # What the clerk put right is no numerator of a rate that was counted from the records.
    share = rate if rate.numerator == done else None
    if done > asked:
        told = say("超额完成上级下达的", task, "建会任务")
        return (*told, *(say("，完成率", share) if share else ()), *say("。"))
    told = say("上级下达的建会任务是", task)
    return (*told, *(say("，已完成", share) if share else ()), *say("。"))


def _joint_units(facts: Facts) -> Sentence | None:
    covered = facts.figure("joint_units")
    if covered is None:
        return None
    return say("规模小、职工少的单位就近加入联合基层工会，现已涵盖", covered, "单位。")


def _coverage(facts: Facts) -> Sentence | None:
    rate, units = facts.figure("union_rate"), facts.figure("units_with_union")
    if rate is None or units is None:
        return None
    if is_whole(rate):
        return say(
            f"{facts.place.whole}", units, f"在营单位{all_of(units)}建立工会或由联合基层工会涵盖。"
        )
    if rate.numerator == units.value:
        told = say(f"{facts.place.whole}已建会和涵盖单位", units, "，建会率", rate)
    else:
        # A unit that has closed may still have its union: then the units are no numerator.
        told = say(f"{facts.place.whole}在营单位建会率", rate)
    return (*told, *_large(facts), *say("。"))


def _large(facts: Facts) -> Sentence:
    large = facts.figure("union_rate_large")
    if is_whole(large):
        return say("，百人以上单位已全部建会")
    return say("，百人以上单位建会率", large) if large and is_sound(large) else ()


def _carriers(facts: Facts) -> Sentence | None:
    found = counted(facts, CARRIERS)
    return (*say("拓宽建会领域，新建"), *found, *say("。")) if found else None


def _standardised(facts: Facts) -> Sentence | None:
    replies, new = facts.figure("union_replies"), facts.figure("unions_new")
    parts: list[Sentence] = []
    if replies:
        covers_all = new is not None and (replies.value or 0) >= (new.value or 0)
        manner = "新建工会统一由总工会行文批复" if covers_all else "对新建工会行文批复"
        parts.append(say(manner, "，下发建会批复", replies))
    if issued := counted(facts, ISSUED):
        parts.append((*say("统一"), *issued))
    if not parts:
        return None
    return (*say("规范建会程序，"), *join(parts, "，"), *say("。"))


def _organs(facts: Facts) -> Sentence | None:
    """Tell of the committees that go with a union, the share only where some have none."""
    parts = []
    for name, code, share in (
        ("经审组织", "unions_audit", "audit_rate"),
        ("女职工组织", "unions_women", "women_rate"),
    ):
        unions, rate = facts.figure(code), facts.figure(share)
        if unions is None or rate is None:
            continue
        if is_whole(rate):
            parts.append(say("基层工会全部建立", name))
        else:
            parts.append(say(f"建立{name}的基层工会", unions, "，组建率", rate))
    return (*say("健全工会内设组织，"), *join(parts, "，"), *say("。")) if parts else None


def _certified(facts: Facts) -> Sentence | None:
    unions, rate = facts.figure("unions_certified"), facts.figure("certified_rate")
    if unions is None or rate is None:
        return None
    if is_whole(rate):
        return say("依法办理工会法人登记，", unions, f"基层工会{all_of(unions)}取得法人资格。")
    return say("依法办理工会法人登记，已有", unions, "基层工会取得法人资格，登记率", rate, "。")


def _renewed(facts: Facts) -> Sentence | None:
    renewed, rate = facts.figure("terms_renewed"), facts.figure("renewal_rate")
    if renewed is None:
        return None
    start = say(f"督促任期届满的工会及时换届，{facts.span}完成换届", renewed)
    if is_whole(rate):
        return (*start, *say("，届满的工会全部按期换届。"))
    return (*start, *(say("，按期换届率", rate) if rate else ()), *say("。"))


def _database(facts: Facts) -> Sentence | None:
    total, done = facts.figure("unit_total"), facts.figure("unit_maintained")
    rate = facts.figure("maint_rate")
    if total is None or done is None or rate is None:
        return None
    if total.value == done.value:
        return say("完成非公企业法人数据库维护，预置的", total, f"企业{all_of(total)}核实到位。")
    return say(
        "开展非公企业法人数据库维护，预置的",
        total,
        "企业已核实",
        done,
        "，信息维护率",
        rate,
        "。",
    )


def _revoked(facts: Facts) -> Sentence | None:
    revoked = facts.figure("unions_revoked")
    if revoked is None:
        return None
    return say("理顺组织关系，按程序撤销、合并基层工会", revoked, "。")


SECTION = Section(
    "organising",
    "建会与规范化",
    "基层组织建设和规范化建设取得实效",
    (
        Passage(
            "founded",
            "新建工会",
            (
                Clause("new_unions", "新建家数", _new_unions, SHORT),
                Clause("task", "上级任务", _task, SHORT),
                Clause("growth", "总数比上年", _growth, DETAILED),
                Clause("joint_units", "联合工会涵盖", _joint_units),
                Clause("coverage", "建会率", _coverage),
            ),
        ),
        Passage(
            "measures",
            "规范化建设",
            (
                Clause("carriers", "新领域建会", _carriers),
                Clause("standardised", "批复和印章", _standardised),
                Clause("organs", "经审和女职工组织", _organs, DETAILED),
                Clause("certified", "法人资格", _certified, DETAILED),
                Clause("renewed", "换届", _renewed),
                Clause("database", "非公企业数据库", _database),
                Clause("revoked", "撤销合并", _revoked, DETAILED),
            ),
            is_numbered=True,
        ),
    ),
)
