"""The form of word rules."""

from models.records.reported import WordRule
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    WordRule: form(("用词", (("wrong", "right"), ("reason",), ("is_off",)))),
}
