"""The chapter on venues adds up what there is; what is reported by the year is told of years."""

import pytest

from models.periods import span_period
from models.records.venues import Venue, VenueYear
from models.store import Store
from models.values.dates import PartialDate
from reports.summary.venues import SECTION
from tests.reports.summary.speaking import lay, told


def venue(name: str, kind: str, opened: int = 2023) -> Venue:
    return Venue(name=name, kind=kind, opened_on=PartialDate(opened, 3))


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ("1", "截至12月31日，全镇建有职工阵地1个，均为职工之家。"),
        ("33", "截至12月31日，全镇建有职工阵地2个，均为工会驿站。"),
        ("1235", "截至12月31日，全镇建有职工阵地4个，其中职工之家1个、职工书屋1个、工会驿站1个。"),
        ("6", "截至12月31日，全镇建有职工阵地1个。"),
    ],
)
def test_kinds_are_parts_of_all_venues(store: Store, kinds: str, said: str) -> None:
    lay(store, [venue(f"阵地{number}", kind) for number, kind in enumerate(kinds)])

    assert told(store, SECTION) == said


def test_what_a_year_brought_is_told_of_the_year_only(store: Store) -> None:
    (one,) = lay(store, [venue("东区驿站", "3", 2024)])
    lay(store, [VenueYear(venue=one.id, year=2024, served_count=1_234, spent=1_500_000)])

    assert told(store, SECTION) == (
        "截至12月31日，全镇建有职工阵地1个，均为工会驿站。全年新建成启用东区驿站。"
        "全年服务职工1200余人次，投入建设和管理经费1.5万元。"
    )
    half = told(store, SECTION, period=span_period(2024, "H1"))
    assert half == "截至6月30日，全镇建有职工阵地1个，均为工会驿站。上半年新建成启用东区驿站。"
