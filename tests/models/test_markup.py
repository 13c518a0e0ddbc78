"""Text with figures in it comes back as it was stored, whatever the clerk typed."""

from hypothesis import given
from hypothesis import strategies as st

from models.summary.markup import Span, codes_in, read, write

words = st.text(st.sampled_from("有一{}：:家a。cb_"), max_size=12)
figures = st.builds(
    lambda code, style: Span("", code, style),
    st.from_regex(r"\A[a-z][a-z0-9_]{0,8}\Z"),
    st.sampled_from(["", "exact", "over"]),
)


@given(st.lists(st.one_of(words.map(Span), figures), max_size=8))
def test_spans_come_back_with_plain_text_made_one(spans: list[Span]) -> None:
    text = write(spans)
    back = read(text)

    assert write(back) == text
    assert [one for one in back if one.figure] == [one for one in spans if one.figure]
    plain = "".join(one.text for one in back)
    assert plain == "".join(one.text for one in spans)


def test_a_figure_has_its_code_and_its_style() -> None:
    spans = read("受益职工{cb_workers:exact}，覆盖率{cb_rate}。")

    assert spans == (
        Span("受益职工"),
        Span("", "cb_workers", "exact"),
        Span("，覆盖率"),
        Span("", "cb_rate"),
        Span("。"),
    )
    assert codes_in("{{不是数字}}{cb_rate}") == ("cb_rate",)
    assert read("{{不是数字}}") == (Span("{不是数字}"),)
