"""The question before text that is not saved would be lost; the same words everywhere."""

from typing import Literal

from PySide6.QtWidgets import QWidget

from ui import messages

Answer = Literal["save", "discard", "stay"]

_ANSWERS: tuple[tuple[str, Answer], ...] = (
    ("保存", "save"),
    ("放弃", "discard"),
    ("取消", "stay"),
)


def ask(parent: QWidget, what: str) -> Answer:
    """Ask whether to save what was typed, to give it up, or to stay; `what` names it."""
    chosen = messages.choose(
        parent,
        f"“{what}”改过还没有保存",
        detail="“放弃”会丢掉刚才输入的内容；“取消”回去接着填。",
        answers=tuple(words for words, _ in _ANSWERS),
    )
    return _ANSWERS[chosen][1]
