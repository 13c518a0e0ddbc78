"""A version holds a whole summary; it can be compared and brought back."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.periods import year_period
from models.records.bargaining import Contract
from models.records.summary import SummaryPaper, SummaryPart, SummaryText, SummaryVersion
from models.store import Store
from models.summary.comparing import (
    changed_figures,
    changed_lines,
    changed_words,
    missing_figures,
    missing_sections,
)
from models.summary.keys import SummaryKey
from models.summary.parts import keep_order, keep_title, switch_off
from models.summary.texts import KeptParagraph, keep_section
from models.summary.versions import (
    Line,
    SaidFigure,
    Snapshot,
    is_same,
    keep_version,
    latest_version,
    snapshot_of,
    title_of,
    versions_of,
)
from reports.summary.draft import Draft, draft_of
from reports.summary.snapshots import off_passages, restore, snapshot
from tests.town import build_town

PERIOD = year_period(2024)
KEY = SummaryKey(2024)
OWN = "我镇还开展了回头看活动，{cb_rate}。"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with build_town(tmp_path / "town.db") as made:
        yield made


def _draft(store: Store) -> Draft:
    return draft_of(store, PERIOD)


def _keep(store: Store, label: str = "") -> SummaryVersion:
    with store.change("保存版本"):
        return keep_version(store, KEY, snapshot(_draft(store)), label)


def _edit(store: Store, code: str, words: list[tuple[str, str]]) -> None:
    draft = _draft(store)
    written = {one.passage: one.words for one in draft.written.get(code, ())}
    paragraphs = [KeptParagraph(text, passage) for text, passage in words]
    with store.change("修改总结"):
        keep_section(store, KEY, code, paragraphs, written, off=off_passages(draft, code))


def _stands(store: Store, code: str) -> list[tuple[str, str]]:
    section = next((one for one in _draft(store).sections if one.section.code == code), None)
    return [(one.words, one.passage) for one in section.paragraphs] if section else []


def _change_something(store: Store, chance: random.Random) -> None:
    kind = chance.choice(("own", "drop", "rewrite", "off", "order", "title", "paper"))
    code = chance.choice(("opening", "organising", "bargaining", "closing"))
    stands = _stands(store, code)
    if kind == "own":
        stands.insert(chance.randint(0, len(stands)), (OWN, ""))
        _edit(store, code, stands)
    elif kind == "drop":
        _edit(store, code, stands[1:])
    elif kind == "rewrite":
        _edit(store, code, [(f"另外，{words}", passage) for words, passage in stands])
    else:
        with store.change("调整"):
            _arrange(store, kind, code, chance)


def _arrange(store: Store, kind: str, code: str, chance: random.Random) -> None:
    if kind == "off":
        switch_off(store, KEY, code)
    elif kind == "order":
        codes = [one.code for one in _draft(store).outline.ordered()]
        chance.shuffle(codes)
        keep_order(store, KEY, codes)
    elif kind == "title":
        keep_title(store, KEY, "bargaining", f"集体协商{chance.randint(0, 9)}")
    else:
        store.save(replace(_draft(store).paper, title=f"总结{chance.randint(0, 9)}"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), st.integers(1, 4), st.integers(1, 4))
def test_whatever_was_changed_since_a_version_brings_its_text_back(
    store: Store, chance: random.Random, before: int, after: int
) -> None:
    with store.change("从头再来"):
        for kind in (SummaryText, SummaryPart, SummaryPaper, SummaryVersion):
            for one in store.find(kind, **KEY.equals):
                store.delete(one)
    for _ in range(before):
        _change_something(store, chance)
    kept = _keep(store)
    for _ in range(after):
        _change_something(store, chance)

    with store.change("恢复到这一版"):
        restore(store, _draft(store), snapshot_of(kept))

    assert snapshot(_draft(store)) == snapshot_of(kept)


def test_a_version_is_read_as_it_was_kept(store: Store) -> None:
    _edit(store, "closing", [("花括号{{和\\反斜杠、“引号”{cb_rate:exact}。", "")])
    now = snapshot(_draft(store))

    kept = _keep(store, "送审稿")

    assert snapshot_of(kept) == now
    assert is_same(kept, now)
    assert now.text(now.lines[-1]) == "花括号{和\\反斜杠、“引号”87.5%。"


def test_versions_are_numbered_for_each_summary(store: Store) -> None:
    first, second = _keep(store, "初稿"), _keep(store)
    with store.change("上半年"):
        other = keep_version(store, SummaryKey(2024, "H1"), snapshot(_draft(store)))

    assert [one.number for one in (first, second, other)] == [1, 2, 1]
    assert latest_version(store, KEY) == second
    assert versions_of(store, KEY) == [second, first]
    assert title_of(first).startswith("第1版")
    assert title_of(first).endswith("初稿")


def test_figures_that_say_something_else_are_told_with_both_values(store: Store) -> None:
    kept = _keep(store)
    with store.change("删除合同"):
        store.delete(store.all(Contract)[0])

    changes = changed_figures(snapshot_of(kept), snapshot(_draft(store)))

    assert ("cb_units_signed", "7家→6家") in [(one.code, one.words) for one in changes]
    assert len(changes) < len(snapshot_of(kept).figures)


def test_a_version_brought_back_has_the_figures_of_today(store: Store) -> None:
    kept = _keep(store)
    _edit(store, "bargaining", [("只有一句。", "")])
    with store.change("删除合同"):
        store.delete(store.all(Contract)[0])

    with store.change("恢复到这一版"):
        restore(store, _draft(store), snapshot_of(kept))

    text = "".join(one.text for s in _draft(store).sections for one in s.paragraphs)
    assert "有6家签订了工资专项集体合同" in text
    assert "只有一句。" not in text


def test_what_is_missing_of_an_earlier_text_is_told(store: Store) -> None:
    before = snapshot(_draft(store))
    with store.change("不写"):
        switch_off(store, KEY, "bargaining")
    after = snapshot(_draft(store))

    assert [one.section for one in missing_sections(before, after)] == ["bargaining"]
    assert "cb_rate" in [one.code for one in missing_figures(before, after)]
    assert missing_figures(after, before) == ()


def test_lines_stand_beside_what_became_of_them(store: Store) -> None:
    before = snapshot(_draft(store))
    stands = _stands(store, "bargaining")
    reworded = (stands[0][0].replace("我镇", "全镇"), stands[0][1])
    _edit(store, "bargaining", [reworded, ("新写一段。", ""), *stands[2:]])

    changes = [one for one in changed_lines(before, snapshot(_draft(store))) if not one.is_same]

    told = [(bool(one.before), bool(one.after)) for one in changes]
    assert sorted(told) == [(False, True), (True, False), (True, True)]
    both = next(one for one in changes if one.before and one.after)
    assert ("gone", "我") in both.pieces
    assert ("new", "全") in both.pieces


@given(st.text(max_size=40), st.text(max_size=40))
def test_pieces_of_a_change_make_both_texts(before: str, after: str) -> None:
    pieces = changed_words(before, after)

    assert "".join(words for kind, words in pieces if kind != "new") == before
    assert "".join(words for kind, words in pieces if kind != "gone") == after


def test_the_same_text_has_no_changes() -> None:
    text = Snapshot((Line("title", "总结"), Line("paragraph", "一段。", "closing", "closing")), ())

    assert all(one.is_same for one in changed_lines(text, text))
    assert changed_figures(text, text) == ()


def test_a_figure_is_compared_in_its_own_wording() -> None:
    def said(exact: str, about: str) -> Snapshot:
        figures = (("exact", exact), ("", about))
        return Snapshot(
            (),
            tuple(
                SaidFigure("cb_workers", style, "受益职工", text, exact) for style, text in figures
            ),
        )

    changes = changed_figures(said("819人", "800多人"), said("905人", "900多人"))

    assert [one.words for one in changes] == ["819人→905人", "800多人→900多人"]


def test_own_paragraphs_that_are_alike_are_one_paragraph_that_was_changed() -> None:
    def snapshot_with(words: str) -> Snapshot:
        return Snapshot((Line("paragraph", words, "bargaining"),), ())

    before = snapshot_with("我镇还开展了回头看活动。")
    alike = changed_lines(before, snapshot_with("我镇还开展了两次回头看活动。"))
    other = changed_lines(before, snapshot_with("十月印发协商指导手册。"))

    assert [(one.before is None, one.after is None) for one in alike] == [(False, False)]
    assert alike[0].pieces[1] == ("new", "两次")
    assert {(one.before is None, one.after is None) for one in other} == {
        (True, False),
        (False, True),
    }
