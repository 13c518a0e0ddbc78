"""Errors that are meant for the clerk."""

from typing_extensions import override


class Problem(Exception):
    """Something the clerk can understand and act on; everything else is our bug."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    @override
    def __str__(self) -> str:
        """Return both sentences on one line."""
        if not self.advice:
            return self.message
        separator = "" if self.message.endswith(("。", "！", "？", "：")) else "。"
        return f"{self.message}{separator}{self.advice}"
