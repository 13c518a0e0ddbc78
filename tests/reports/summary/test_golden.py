"""Every chapter reads as it was read aloud; see tests/reports/summary/golden.py."""

import pytest

from reports.summary.library import SECTIONS
from tests.reports.summary.golden import CASES, chapter_text, drafts, golden_file


@pytest.mark.golden
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("code", [one.code for one in SECTIONS])
def test_a_chapter_reads_as_it_was_read_aloud(code: str, case: str) -> None:
    expected = golden_file(code, case).read_text(encoding="utf-8")

    assert chapter_text(drafts()[case], code) == expected


def test_no_golden_text_is_left_of_a_chapter_that_is_no_more() -> None:
    files = {golden_file(one.code, case).name for one in SECTIONS for case in CASES}

    kept = {one.name for one in golden_file("opening", "full").parent.iterdir()}

    assert kept == files
