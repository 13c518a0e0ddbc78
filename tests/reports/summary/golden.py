"""The chapters of the summary as golden texts, one file a chapter and case.

`python -m tests.reports.summary.golden` rewrites them all, with codes of chapters behind it only
those of these chapters. Read the diff aloud before committing it.
"""

import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from models.periods import Period, year_period
from models.practice import build_practice_town
from models.records.base import Record
from models.records.summary import SummaryPaper, SummaryPart, SummaryText
from models.records.town import Town
from models.store import Store
from reports.summary.draft import Draft, draft_of
from reports.summary.library import SECTIONS
from reports.summary.parts import DETAILED, SHORT, STANDARD

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "summary"
PERIOD = year_period(2024)
# Each case is whether the practice town speaks, or a file without records, and at which length.
CASES = {
    "full": (True, STANDARD),
    "empty": (False, DETAILED),
    "short": (True, SHORT),
    "detailed": (True, DETAILED),
}
EMPTY = Town(name="空谷镇", union_name="空谷镇总工会", parent_union="空谷县总工会", year=2024)
_OF_THE_CLERK: tuple[type[Record], ...] = (SummaryPaper, SummaryPart, SummaryText)


def practice_town(folder: Path) -> Store:
    """Return the practice town without the clerk's own words and decisions."""
    store = build_practice_town(folder / "practice.db")
    with store.change("只留程序写的"):
        for record_type in _OF_THE_CLERK:
            for one in store.all(record_type):
                store.delete(one)
    return store


def empty_town(folder: Path) -> Store:
    """Return a file in which nothing was recorded yet."""
    return Store.create(folder / "empty.db", EMPTY)


def draft_at(store: Store, level: int, period: Period = PERIOD) -> Draft:
    """Return the summary of a period at one of the three lengths."""
    span = period.span or ""
    with store.change("改篇幅"):
        for one in store.find(SummaryPaper, year=period.year, span=span):
            store.delete(one)
        store.save(SummaryPaper(year=period.year, span=span, length=str(level)))
    return draft_of(store, period)


def chapter_text(draft: Draft, code: str) -> str:
    """Return a chapter as lines, its heading first; nothing when it does not speak."""
    for one in draft.sections:
        if one.section.code == code:
            lines = [one.heading, *(paragraph.text for paragraph in one.paragraphs)]
            return "".join(f"{line}\n" for line in lines if line)
    return ""


def whole_text(draft: Draft) -> str:
    """Return the text of all chapters, to be read as one paper."""
    return "\n".join(chapter_text(draft, one.section.code) for one in draft.sections)


@cache
def drafts() -> dict[str, Draft]:
    """Return the summary of every case."""
    with (
        TemporaryDirectory() as folder,
        practice_town(Path(folder)) as practice,
        empty_town(Path(folder)) as empty,
    ):
        return {
            case: draft_at(practice if speaks else empty, level)
            for case, (speaks, level) in CASES.items()
        }


def golden_file(code: str, case: str) -> Path:
    """Return where the golden text of a chapter in a case is kept."""
    return GOLDEN / f"{code}-{case}.txt"


def rewrite(codes: Iterable[str]) -> None:
    """Write the golden texts of these chapters as they are now."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for code in codes:
        for case, draft in drafts().items():
            golden_file(code, case).write_text(chapter_text(draft, code), encoding="utf-8")


if __name__ == "__main__":
    rewrite(sys.argv[1:] or [one.code for one in SECTIONS])
