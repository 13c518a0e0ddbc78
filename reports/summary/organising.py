"""The section on founding unions, keeping them in order, and democratic management."""

from reports.summary.facts import Facts, Sentence, join, say
from reports.summary.parts import SHORT, Clause, Passage, Section

CARRIERS = (
    ("unions_new_coop", "农民专业合作社"),
    ("unions_new_hotel", "宾馆酒店"),
    ("unions_new_restaurant", "饭店餐饮"),
    ("unions_new_market", "超市商场"),
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
    if single and joint:
        split = say("，其中单独建会", single, "、联合建会", joint)
    return (*say(f"{facts.span}新建基层工会", new), *split, *say("。"))


def _task(facts: Facts) -> Sentence | None:
    task, rate = facts.figure("task_unions"), facts.figure("task_unions_rate")
    if task is None or rate is None:
        return None
    done, asked = rate.numerator or 0, rate.denominator or 0
    if done == asked:
        return say("圆满完成上级下达的", task, "建会任务。")
    if done > asked:
        return say("超额完成上级下达的", task, "建会任务，完成率", rate, "。")
    return say("上级下达的建会任务是", task, "，已完成", rate, "。")


def _joint_units(facts: Facts) -> Sentence | None:
    covered = facts.figure("joint_units")
    if covered is None:
        return None
    return say("规模小、职工少的单位就近加入联合基层工会，现已涵盖单位", covered, "。")


def _carriers(facts: Facts) -> Sentence | None:
    found = [(facts.figure(code), name) for code, name in CARRIERS]
    parts = [say(f"{name}工会", figure) for figure, name in found if figure]
    if not parts:
        return None
    return (*say("拓宽建会领域，把组织建到新的行业，新建"), *join(parts, "、"), *say("。"))


def _standardised(facts: Facts) -> Sentence | None:
    replies, new = facts.figure("union_replies"), facts.figure("unions_new")
    parts: list[Sentence] = []
    if replies:
        covers_all = new is not None and (replies.value or 0) >= (new.value or 0)
        manner = "新建工会统一由总工会行文批复" if covers_all else "对新建工会行文批复"
        parts.append(say(manner, "，下发建会批复", replies))
    found = [(facts.figure(code), words) for code, words in ISSUED]
    issued = [say(words, figure) for figure, words in found if figure]
    if issued:
        parts.append((*say("统一"), *join(issued, "、")))
    if not parts:
        return None
    return (*say("规范建会程序，"), *join(parts, "，"), *say("。"))


def _renewed(facts: Facts) -> Sentence | None:
    renewed = facts.figure("terms_renewed")
    if renewed is None:
        return None
    return say(f"督促任期届满的工会及时换届，{facts.span}完成换届", renewed, "。")


def _database(facts: Facts) -> Sentence | None:
    total, done = facts.figure("unit_total"), facts.figure("unit_maintained")
    rate = facts.figure("maint_rate")
    if total is None or done is None or rate is None:
        return None
    if total.value == done.value:
        return say("完成非公企业法人数据库维护，预置的", total, "企业全部核实到位。")
    return say(
        "开展非公企业法人数据库维护，预置的",
        total,
        "企业已核实",
        done,
        "，信息维护率",
        rate,
        "。",
    )


def _disclosure(facts: Facts) -> Sentence | None:
    disclosed, large = facts.figure("dm_disclosed"), facts.figure("above_scale_total")
    if disclosed is None:
        return None
    start = "推进企业民主管理，明确公开内容，落实公开责任，"
    if large is None or disclosed.denominator != large.value:
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


def _congress(facts: Facts) -> Sentence | None:
    held = facts.figure("dm_congress")
    if held is None:
        return None
    return say(
        "坚持和完善职工代表大会制度，建立职代会、职工大会制度或由区域职代会覆盖的单位有", held, "。"
    )


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
                Clause("joint_units", "联合工会涵盖", _joint_units),
            ),
        ),
        Passage(
            "measures",
            "规范化建设",
            (
                Clause("carriers", "新领域建会", _carriers),
                Clause("standardised", "批复和印章", _standardised),
                Clause("renewed", "换届", _renewed),
                Clause("database", "非公企业数据库", _database),
                Clause("disclosure", "厂务公开", _disclosure),
                Clause("congress", "职代会", _congress),
            ),
            is_numbered=True,
        ),
    ),
)
