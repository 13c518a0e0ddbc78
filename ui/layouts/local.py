"""Forms of local rules."""

from models.records.local import LocalRule, WorkdayChange
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    LocalRule: form(
        ("规定", (("rule",), ("value", "valid_from"), ("document",), ("remark",))),
    ),
    WorkdayChange: form(("调整", (("day", "is_workday"), ("reason",)))),
}
