"""The form of papers that left the house."""

from models.records.reported import FiledPaper
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    FiledPaper: form(
        (
            "材料",
            (("title",), ("filed_on", "kind"), ("recipient",), ("file_name",), ("remark",)),
        ),
        ("统计口径", (("first", "last"), ("as_of", "version"), ("file_hash",))),
    ),
}
