"""Forms of targets, documents and certificates."""

from models.records.papers import Certificate, Document, Target
from ui.layouts.base import Layout, Layouts, Section

LAYOUTS: Layouts = {
    Target: Layout(
        (
            Section(
                "任务",
                (
                    ("indicator",),
                    ("year", "figure"),
                    ("target", "unit_label"),
                    ("due_on", "weight"),
                ),
            ),
            Section("下达", (("issued_by", "doc_no"), ("issued_on",), ("remark",))),
        )
    ),
    Document: Layout(
        (
            Section(
                "文件",
                (
                    ("doc_no", "issued_on"),
                    ("title",),
                    ("kind", "matter"),
                    ("union",),
                    ("recipients",),
                    ("copy_to",),
                ),
            ),
            Section(
                "办理",
                (("drafted_by", "signed_by"), ("copies", "box"), ("remark",)),
            ),
        )
    ),
    Certificate: Layout(
        (
            Section(
                "证书",
                (
                    ("number", "kind"),
                    ("holder_kind", "awarded_on"),
                    ("holder",),
                    ("unit",),
                    ("unit_name",),
                    ("honour",),
                    ("reason",),
                    ("issuer",),
                    ("doc_no",),
                    ("remark",),
                ),
            ),
        )
    ),
}
