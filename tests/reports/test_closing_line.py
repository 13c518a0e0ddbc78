"""The annex that proves a summary says when its year was closed and opened again, and why."""

from models import closing
from models.periods import year_period
from models.store import Store
from reports.blocks import ListHead
from reports.catalogue import find_report
from reports.evidence import summary_evidence
from tests.reports.showing import page_texts

REPORT = find_report("summary-evidence")


def note(store: Store) -> str:
    document = summary_evidence(store, REPORT.request(year_period(2023)))
    return next(one.note for one in document.blocks if isinstance(one, ListHead))


def test_a_year_that_was_never_closed_says_nothing(town: Store) -> None:
    assert note(town) == ""


def test_closing_and_reopening_are_printed_with_the_reason(town: Store) -> None:
    closing.close_year(town, 2023)
    closing.reopen_year(town, 2023, "审计要求补记一次走访")
    closing.close_year(town, 2023)

    said = note(town)

    assert said.startswith("2023年度")
    assert said.count("结账") == 3
    assert "反结账（审计要求补记一次走访）" in said
    document = summary_evidence(town, REPORT.request(year_period(2023)))
    assert "审计要求补记一次走访" in page_texts(document)[0]
