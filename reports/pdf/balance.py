"""Titles over several lines: about equally long, and never broken inside a word."""

import math
from collections.abc import Iterator
from itertools import combinations, pairwise

from reports.pdf.breaking import groups
from reports.pdf.ink import Ink

_MOST_LINES = 4
_GOOD_BEFORE = frozenset("和及暨与（《“")
_GOOD_BEHIND = ("的", "关于", "总工会", "委员会", "联合会", "》", "”", "）", "、")
# Two-character words that titles are made of; a break inside one of them reads badly.
_WORDS = (
    "工作 总结 计划 报告 情况 通知 意见 方案 批复 集体 协商 工资 合同 职工 工会 总工 企业 委员 员会 联合 会员 民主 管理 "
    "年度 建会 规范 困难 帮扶 活动 实施 开展 关于 同意 成立 选举 结果 全面 推进 专项 覆盖 确认 登记 发放 名册 台账 基层 "
    "一览 统计 汇总 明细 有限 公司 责任 合作 先进 优秀 个人 单位 家庭 劳动 模范 标兵 能手 积极 分子 工匠 示范"
)


def balance(text: str, ink: Ink, width: float) -> list[str]:
    """Return a title's lines, each no wider than `width` where that can be."""
    return [line for part in text.split("\n") if part for line in _balance_part(part, ink, width)]


def _balance_part(text: str, ink: Ink, width: float) -> list[str]:
    starts = [start for start, _ in groups(text)][1:]
    for count in range(max(1, math.ceil(ink.width(text) / width - 1e-6)), _MOST_LINES + 1):
        candidates = [
            lines for lines in _cuts(text, starts, count) if max(map(ink.width, lines)) <= width
        ]
        if candidates:
            return min(candidates, key=lambda lines: _cost(lines, ink))
    return _fill(text, starts, ink, width)


def _cuts(text: str, starts: list[int], count: int) -> Iterator[list[str]]:
    for chosen in combinations(starts, count - 1):
        yield [text[start:end] for start, end in pairwise([0, *chosen, len(text)])]


def _cost(lines: list[str], ink: Ink) -> float:
    widths = [ink.width(line) for line in lines]
    uneven = (max(widths) - min(widths)) / ink.size
    return uneven + sum(_break_cost(before, behind) for before, behind in pairwise(lines))


def _break_cost(before: str, behind: str) -> float:
    if before[-1] + behind[0] in _WORDS:
        return 12.0
    starts_year = behind[0].isdigit() and not before[-1].isdigit()
    if behind[0] in _GOOD_BEFORE or before.endswith(_GOOD_BEHIND) or starts_year:
        return 0.0
    return 6.0


def _fill(text: str, starts: list[int], ink: Ink, width: float) -> list[str]:
    lines: list[str] = []
    begun = 0
    for start, end in pairwise([*starts, len(text)]):
        if ink.width(text[begun:end]) > width and start > begun:
            lines.append(text[begun:start])
            begun = start
    return [*lines, text[begun:]]
