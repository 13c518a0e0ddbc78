"""Texts over several lines: about equally long, and broken between words."""

import math
from collections.abc import Iterator
from itertools import accumulate, combinations, pairwise

from reports.pdf.breaking import groups
from reports.pdf.ink import Ink

_MOST_LINES = 3
_IN_WORD, _UNKNOWN, _BEFORE_WORD = 12.0, 8.0, 6.0
_ROUNDING = 1e-6
_GOOD_BEFORE = frozenset("和及暨与（《“")
_GOOD_BEHIND = ("的", "关于", "总工会", "委员会", "联合会", "》", "”", "）", "、")
# Two-character words that titles and names are made of; a break inside one of them reads badly.
_WORDS = (
    "工作 总结 计划 报告 情况 通知 意见 方案 批复 集体 协商 工资 合同 职工 工会 总工 企业 委员 员会 联合 会员 民主 管理 "
    "年度 建会 规范 困难 帮扶 活动 实施 开展 关于 同意 成立 选举 结果 全面 推进 专项 覆盖 确认 登记 发放 名册 台账 基层 "
    "一览 统计 汇总 明细 有限 公司 责任 合作 先进 优秀 个人 单位 家庭 劳动 模范 标兵 能手 积极 分子 工匠 示范 股份 集团 "
    "科技 技术 机械 制造 电子 信息 建筑 工程 装饰 材料 环保 食品 服务 服饰 纺织 贸易 商贸 农业 种植 养殖 专业 社区 园区 产业 超市"
)


def balance(text: str, ink: Ink, width: float) -> list[str]:
    """Return a text's lines, each no wider than `width` where that can be."""
    return [line for part in text.split("\n") if part for line in _Cuts(part, ink).best(width)]


class _Cuts:
    """The ways to break one text, measured once."""

    def __init__(self, text: str, ink: Ink) -> None:
        self._text = text
        self._size = ink.size
        ink.width(text)  # names the text when a character is missing
        self._reach = list(accumulate(map(ink.widths.__getitem__, text), initial=0.0))
        self._starts = [start for start, _ in groups(text)][1:]

    def best(self, width: float) -> list[str]:
        """Return the lines that are fewest, then most even and best broken."""
        fewest = max(1, math.ceil(self._reach[-1] / width - _ROUNDING))
        for count in range(fewest, _MOST_LINES + 1):
            fitting = [
                cuts for cuts in self._ways(count) if max(self._lengths(cuts)) <= width + _ROUNDING
            ]
            if fitting:
                return self._lines(min(fitting, key=self._cost))
        return self._lines(self._filled(width))

    def _ways(self, count: int) -> Iterator[tuple[int, ...]]:
        for chosen in combinations(self._starts, count - 1):
            yield (0, *chosen, len(self._text))

    def _lengths(self, cuts: tuple[int, ...]) -> list[float]:
        return [self._reach[end] - self._reach[start] for start, end in pairwise(cuts)]

    def _lines(self, cuts: tuple[int, ...]) -> list[str]:
        return [self._text[start:end] for start, end in pairwise(cuts)]

    def _cost(self, cuts: tuple[int, ...]) -> float:
        lengths = self._lengths(cuts)
        uneven = (max(lengths) - min(lengths)) / self._size
        return uneven + sum(map(self._break_cost, cuts[1:-1]))

    def _break_cost(self, place: int) -> float:
        before, behind = self._text[place - 1], self._text[place]
        if before + behind in _WORDS:
            return _IN_WORD
        if behind in _GOOD_BEFORE or (behind.isdigit() and not before.isdigit()):
            return 0.0
        ends_well = self._text[:place].endswith(_GOOD_BEHIND)
        starts_word = self._text[place : place + 2] in _WORDS
        return 0.0 if ends_well else _BEFORE_WORD if starts_word else _UNKNOWN

    def _filled(self, width: float) -> tuple[int, ...]:
        cuts = [0]
        for start, end in pairwise([*self._starts, len(self._text)]):
            if self._reach[end] - self._reach[cuts[-1]] > width and start > cuts[-1]:
                cuts.append(start)
        return (*cuts, len(self._text))
