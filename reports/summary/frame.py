"""How a summary begins and ends."""

from reports.summary.facts import Facts, Sentence, say
from reports.summary.parts import SHORT, Clause, Passage, Section


def _led_by(facts: Facts) -> Sentence:
    return say(
        f"{facts.period.words()}，{facts.town.union_name}在{facts.town.parent_union}的指导和"
        f"{facts.place.leaders}的领导下，围绕中心、服务大局，把维护职工权益、服务企业发展作为"
        "全部工作的出发点，以工资集体协商、基层工会组织建设和企业民主管理为重点，"
        "一项一项抓落实，各项工作取得了新的成绩。"
    )


def _state(facts: Facts) -> Sentence | None:
    unions, members = facts.figure("unions_total"), facts.figure("union_members")
    if unions is None:
        return None
    day = facts.period.as_of
    start = f"截至{day.year}年{day.month}月{day.day}日，{facts.place.whole}共有基层工会"
    if members is None:
        return say(start, unions, "。")
    return say(start, unions, "，会员", members, "。")


def _lead_in(facts: Facts) -> Sentence | None:
    if not facts.leads_over:
        return None
    return say("现将全年工作总结如下：" if facts.is_whole else "现将今年以来的工作总结如下：")


def _outlook(facts: Facts) -> Sentence:
    ahead = f"{facts.period.year + 1}年" if facts.is_whole else "下一步"
    return say(
        f"{ahead}，{facts.town.union_name}将在已有工作的基础上，继续扩大工会组织和集体协商"
        "的覆盖面，提高协商质量和履约水平，推动厂务公开、职代会制度在更多企业落地，"
        "用实实在在的服务赢得职工的信任，为工会事业发展作出新的贡献。"
    )


OPENING = Section(
    "opening",
    "开头",
    "",
    (
        Passage(
            "opening",
            "开头段",
            (
                Clause("led_by", "在谁领导下做了什么", _led_by, SHORT),
                Clause("state", "工会和会员总数", _state, SHORT),
            ),
        ),
        Passage(
            "lead_in",
            "引出下文",
            (Clause("lead_in", "现将…总结如下", _lead_in, SHORT),),
            is_tail=True,
        ),
    ),
)
CLOSING = Section(
    "closing",
    "结尾",
    "",
    (Passage("closing", "结尾段", (Clause("outlook", "展望", _outlook, SHORT),)),),
)
