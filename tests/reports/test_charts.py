"""Charts show every value, keep their words inside and let nobody misjudge a length."""

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.blocks import Charts, Document, ListHead
from reports.charts import Bar, Chart, Dot, Mark, Point, Stroke, Words, lay_out, slot_at
from reports.pdf.render import render
from tests.reports.pdf.reading import pages_of, texts_of

WIDTH, HEIGHT = 240.0, 180.0
# What the sheets give a chart: three abreast for up to five years, two for more.
NARROW, WIDE = 233.0, 364.0
YEARS = [str(year) for year in range(2015, 2025)]


def measure(text: str, size: float) -> float:
    """As wide as type at its widest: a full square for Chinese, six tenths for digits."""
    return sum(size if ord(char) > 0x2E7F else 0.6 * size for char in text)


def chart(*values: int | None, kind: str = "bars", title: str = "新建基层工会（家）") -> Chart:
    points = tuple(
        Point(
            label,
            None if value is None else Decimal(value),
            "" if value is None else f"{value:,}",
        )
        for label, value in zip(YEARS, values, strict=False)
    )
    return Chart(title, points, "line" if kind == "line" else "bars")


def marks(one: Chart) -> tuple[Mark, ...]:
    return lay_out(one, WIDTH, HEIGHT, measure)


def words(one: Chart) -> list[Words]:
    return [mark for mark in marks(one) if isinstance(mark, Words)]


def edges(one: Words) -> tuple[float, float]:
    width = measure(one.text, one.size)
    return one.x - width / 2, one.x + width / 2


def test_bars_begin_at_nothing_and_are_as_long_as_their_values() -> None:
    bars = [mark for mark in marks(chart(10, 20, 40)) if isinstance(mark, Bar)]

    assert [round(one.height / bars[0].height, 6) for one in bars] == [1, 2, 4]
    assert len({round(one.top + one.height, 6) for one in bars}) == 1
    assert len({one.width for one in bars}) == 1


def test_the_latest_value_is_the_red_one() -> None:
    tones = [mark.tone for mark in marks(chart(10, 20, 40)) if isinstance(mark, Bar)]

    assert tones == ["light", "light", "red"]


def test_every_value_and_every_year_is_written() -> None:
    texts = [one.text for one in words(chart(10, 0, 4_926))]

    assert texts == ["新建基层工会（家）", "2015", "10", "2016", "0", "2017", "4,926"]


def test_a_year_without_data_says_so_and_breaks_the_line() -> None:
    found = chart(80, 85, None, 90, 92, kind="line")

    assert "无数据" in [one.text for one in words(found)]
    strokes = [one for one in marks(found) if isinstance(one, Stroke)]
    assert [len(one.points) for one in strokes[1:]] == [2, 2]
    assert len([one for one in marks(found) if isinstance(one, Dot)]) == 4


def test_a_chart_of_nothing_has_no_bars() -> None:
    assert not [one for one in marks(chart(0, 0)) if isinstance(one, Bar)]


@given(
    st.lists(st.none() | st.integers(0, 10**7), min_size=2, max_size=10),
    st.sampled_from(["bars", "line"]),
    st.sampled_from(["短（家）", "基层工会会员数（工会报数，含正在转接的和保留会籍的）（人）"]),
)
def test_words_stay_inside_and_never_touch_each_other(
    values: list[int | None], kind: str, title: str
) -> None:
    width = NARROW if len(values) <= 5 else WIDE
    drawn = lay_out(chart(*values, kind=kind, title=title), width, HEIGHT, measure)
    found = [mark for mark in drawn if isinstance(mark, Words)]

    for one in found:
        left, right = edges(one)
        assert left >= -0.01
        assert right <= width + 0.01
        assert one.size <= one.baseline <= HEIGHT
    by_row = [
        [one for one in found if one.text in YEARS],
        [one for one in found[1:] if one.text not in YEARS],
    ]
    for row in by_row:
        for one, other in combinations(row, 2):
            near = abs(one.baseline - other.baseline) < max(one.size, other.size)
            (_, right), (left, _) = sorted((edges(one), edges(other)))
            assert not near or left >= right - 0.01


@pytest.mark.parametrize(
    ("x", "slot"), [(0, 0), (79, 0), (81, 1), (239, 2), (240, None), (-1, None)]
)
def test_a_place_belongs_to_the_year_above_it(x: float, slot: int | None) -> None:
    assert slot_at(chart(1, 2, 3), WIDTH, x) == slot


def test_printed_charts_have_their_words_on_the_paper() -> None:
    charts = tuple(
        chart(*range(100_000, 100_010), title=f"指标{number}（人）") for number in range(7)
    )
    document = Document("对比", "list", (ListHead("对比图"), Charts(charts, "数据来源：台账。")))

    rendered = render(document)

    texts = texts_of(rendered.pdf)
    assert rendered.pages == len(texts) == 2
    assert [text.count("100,009") for text in texts] == [4, 3]
    assert all("数据来源：台账。" in text and f"共{len(texts)}页" in text for text in texts)
    for page in pages_of(rendered.pdf):
        assert all(42 < glyph.x < 842 - 42 and 20 < glyph.baseline < 595 - 20 for glyph in page)
