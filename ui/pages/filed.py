"""The register of papers that left the house, held against the records."""

from collections.abc import Sequence

from models.filing import differences
from models.records.base import Record
from models.records.reported import FiledFigure, FiledPaper
from models.summary.papers import paper_of, period_of
from reports.summary.draft import draft_of
from ui.dialogs.filed_check import FiledCheckDialog
from ui.dialogs.filing import FilingDialog, offer_of
from ui.dialogs.opening import open_dialog, window_in_front
from ui.lists.columns import CellText, Column
from ui.office import Office
from ui.page_spec import Action, PageSpec


def filed_spec(office: Office) -> PageSpec:
    """Return the page of filed papers with its two buttons."""

    def check(records: list[Record]) -> None:
        papers = [one for one in records if isinstance(one, FiledPaper)]
        if not papers:
            office.say("请先在列表中选中一份材料")
            return
        open_dialog(FiledCheckDialog(papers[0], office, window_in_front()))

    def file_summary(_records: list[Record]) -> None:
        draft = draft_of(office.store, period_of(paper_of(office.store, office.year)))
        open_dialog(FilingDialog(offer_of(draft), office, window_in_front()))

    return PageSpec(
        FiledPaper,
        advice="材料交出去以后，点“登记本年总结”：里面的数字连同口径和名单一起存下，"
        "以后台账再改，这里会标出和已上报的不一样。",
        more_columns=filed_columns,
        actions=(
            Action("登记本年总结", "add", file_summary),
            Action("核对数字", "search", check),
        ),
    )


def filed_columns(office: Office) -> Sequence[Column]:
    """Return how many figures of a paper differ from the records of today."""
    found: dict[int | None, int] = {}

    def cell(paper: FiledPaper) -> CellText:
        if paper.id not in found:
            found[paper.id] = len(differences(office.store, paper))
        count = found[paper.id]
        if not office.store.count(FiledFigure, paper=paper.id):
            return CellText("没有存数字", "muted")
        if not count:
            return CellText("一致", "ok")
        return CellText(f"{count}项不同", "error", order=count)

    return (Column("与台账", cell, width=6),)
