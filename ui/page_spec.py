"""What makes one page of records differ from another."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from models.records.base import Record
from ui.lists.columns import Column
from ui.office import Office

IMPORT_LIST = "有现成的 Excel 名单就点“导入”；也可以在右边填写。"


@dataclass(frozen=True, slots=True)
class Action:
    """A further button of a page; it gets the selected records."""

    label: str
    icon: str
    run: Callable[[list[Record]], None]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """What makes one page of records differ from another."""

    record_type: type[Record]
    advice: str = ""
    can_import: bool = False
    leave_out: tuple[str, ...] = ()
    more_columns: Callable[[Office], Sequence[Column]] = lambda _office: ()
    presets: Callable[[Office], Mapping[str, object]] = lambda _office: {}
    actions: tuple[Action, ...] = ()
    scope: Mapping[str, object] = field(default_factory=dict)
