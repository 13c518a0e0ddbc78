"""What the clerk decided about figures holds for what the chapters name and claim."""

from datetime import date
from decimal import Decimal

from models.records.activities import Event
from models.records.appeals import Appeal
from models.records.remittances import Remittance
from models.records.reported import FigureAdjustment, FigureBase, FigureException
from models.store import Store
from models.values.dates import PartialDate
from reports.summary import culture, funds, service
from reports.summary.parts import SHORT
from tests.reports.summary.speaking import lay, told

FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)
DAY = date(2024, 5, 16)
LEFT_OUT, OF_THE_YEAR = "1", "1"


def adjusted(figure: str, value: int) -> FigureAdjustment:
    return FigureAdjustment(
        figure=figure, first=FIRST, last=LAST, value=Decimal(value), reason="已按此数上报"
    )


def test_an_activity_that_does_not_count_is_not_named(store: Store) -> None:
    games, _ = lay(
        store, [Event(title=f"{name}赛", kind="3", held_on=DAY, headcount=9) for name in "甲乙"]
    )
    lay(
        store,
        [
            FigureException(
                kind=LEFT_OUT,
                first=FIRST,
                last=LAST,
                source_table="event",
                source=games.id,
                reason="不是工会办的",
            )
        ],
    )

    text = told(store, culture.SECTION)

    assert "举办文体活动1次，参加职工9人次。先后组织“乙赛”，" in text
    assert "甲赛" not in text


def test_what_the_clerk_made_less_is_no_longer_called_all(store: Store) -> None:
    lay(
        store,
        [
            Appeal(received_on=DAY, content=f"诉求{number}", result="1", solved_on=DAY)
            for number in range(2)
        ],
    )
    lay(store, [adjusted("issues_solved", 1)])

    assert told(store, service.SECTION, level=SHORT).startswith("全年登记职工诉求2件，已解决1件，")


def test_months_that_the_clerk_took_away_are_not_called_full(store: Store) -> None:
    lay(
        store,
        [
            Remittance(ym=PartialDate(2024, month), amount=100_000, due=100_000)
            for month in range(1, 13)
        ],
    )
    lay(store, [adjusted("fund_months_full", 11)])

    assert told(store, funds.SECTION).startswith("全年工会经费足额上划的有11个月")


def test_a_number_of_a_year_before_the_ledger_is_told_without_records(store: Store) -> None:
    lay(
        store,
        [
            FigureBase(
                figure="visit_units",
                year=2024,
                kind=OF_THE_YEAR,
                value=Decimal(12),
                source="纸质台账",
            )
        ],
    )

    assert told(store, service.SECTION) == "全年走访企业12家。"
