"""How a summary begins and ends."""

from reports.summary.facts import Facts, Sentence, join, present, say


def opening(facts: Facts) -> list[Sentence]:
    """Return the opening paragraph, with the state of the unions when it is known."""
    return [join(present(_led_by(facts), _state(facts)), "")]


def lead_in(facts: Facts) -> Sentence:
    """Return the words between the opening and what follows."""
    return say("现将全年工作总结如下：" if facts.is_whole else "现将今年以来的工作总结如下：")


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


def closing(facts: Facts) -> list[Sentence]:
    """Return the outlook."""
    ahead = f"{facts.period.year + 1}年" if facts.is_whole else "下一步"
    return [
        say(
            f"{ahead}，{facts.town.union_name}将在已有工作的基础上，继续扩大工会组织和集体协商"
            "的覆盖面，提高协商质量和履约水平，推动厂务公开、职代会制度在更多企业落地，"
            "用实实在在的服务赢得职工的信任，为工会事业发展作出新的贡献。"
        )
    ]
