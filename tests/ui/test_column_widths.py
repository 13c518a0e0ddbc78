"""Columns share the room of their list."""

from hypothesis import given
from hypothesis import strategies as st

from ui.lists.column_widths import widths_within

WIDTHS = st.lists(st.tuples(st.integers(20, 400), st.integers(10, 60)), min_size=1, max_size=9)


def test_enough_room_gives_every_column_what_it_wants() -> None:
    assert widths_within(500, wanted=[200, 100], least=[50, 50]) == [200, 100]


def test_the_widest_gives_way_first() -> None:
    widths = widths_within(300, wanted=[100, 60, 300], least=[40, 40, 40])

    assert widths[:2] == [100, 60]
    assert widths[2] < 300


@given(WIDTHS, st.integers(100, 2000))
def test_columns_never_take_more_than_room_or_less_than_their_least(
    columns: list[tuple[int, int]], room: int
) -> None:
    least = [low for _, low in columns]
    wanted = [max(one, low) for one, low in columns]

    widths = widths_within(room, wanted=wanted, least=least)

    assert all(width >= low for width, low in zip(widths, least, strict=True))
    assert all(width <= most for width, most in zip(widths, wanted, strict=True))
    assert sum(widths) <= max(room, sum(least))
