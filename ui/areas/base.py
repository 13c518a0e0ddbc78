"""What a tab is: one page of its own, or several lists and pages side by side."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.office import Office
from ui.own_page import OwnPage
from ui.page_spec import IMPORT_LIST, PageSpec

__all__ = ["IMPORT_LIST", "Area", "SubTab", "listed"]


@dataclass(frozen=True, slots=True)
class SubTab:
    """Something inside a tab: a list, or a page written for its work."""

    title: str
    spec: Callable[[Office], PageSpec] | None = None
    page: Callable[[Office], OwnPage] | None = None

    @property
    def takes(self) -> str:
        """The table of the records that are typed on a page of their own, blank for a list."""
        return str(getattr(self.page, "takes", ""))


@dataclass(frozen=True, slots=True)
class Area:
    """A tab: either one page of its own or several lists."""

    name: str
    title: str
    icon: str
    page: Callable[[Office], QWidget] | None = None
    lists: tuple[SubTab, ...] = ()


def listed(title: str, spec: PageSpec) -> SubTab:
    """Return a list whose page needs nothing of the open file to be described."""
    return SubTab(title, lambda _office: spec)
