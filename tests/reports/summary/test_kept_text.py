"""What the clerk makes of a summary is read again as she left it."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.periods import between, year_period
from models.records.bargaining import CampaignStep, Contract
from models.records.summary import SummaryPart, SummaryText
from models.store import Store
from models.summary import markup
from models.summary.keys import SummaryKey
from models.summary.parts import forget_all, keep_order, keep_title, switch_off, switch_on
from models.summary.texts import (
    KeptParagraph,
    keep_passage_order,
    keep_section,
    restore_passage,
)
from reports.summary.draft import Draft, draft_of
from reports.summary.snapshots import off_passages
from tests.town import build_town

PERIOD = year_period(2024)
KEY = SummaryKey(2024)
OWN = "我镇还开展了回头看活动。"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with build_town(tmp_path / "town.db") as made:
        yield made


def _draft(store: Store) -> Draft:
    return draft_of(store, PERIOD)


def _paragraphs(draft: Draft, code: str) -> list[KeptParagraph]:
    section = next((one for one in draft.sections if one.section.code == code), None)
    found = section.paragraphs if section else ()
    return [KeptParagraph(one.words, one.passage, one.was) for one in found]


def _keep(store: Store, code: str, paragraphs: list[KeptParagraph]) -> None:
    draft = _draft(store)
    written = {one.passage: one.words for one in draft.written.get(code, ())}
    with store.change("修改总结"):
        off = off_passages(draft, code)
        keep_section(store, KEY, code, paragraphs, written, off=off)


def _texts(store: Store, code: str) -> list[str]:
    return [one.words for one in _paragraphs(_draft(store), code)]


def _edited(paragraphs: list[KeptParagraph], chance: random.Random) -> list[KeptParagraph]:
    """Return paragraphs after a few things that clerks do."""
    made = list(paragraphs)
    for _ in range(chance.randint(1, 5)):
        place = chance.randint(0, len(made))
        kind = chance.choice(("own", "drop", "rewrite", "split", "style"))
        if kind == "own" or place == len(made):
            made.insert(place, KeptParagraph(f"{OWN}{chance.randint(0, 2)}{{{{"))
        elif kind == "drop":
            del made[place]
        elif kind == "rewrite":
            made[place] = replace(made[place], words=f"另外，{made[place].words}")
        elif kind == "split":
            spans = markup.read(made[place].words)
            middle = chance.randint(0, len(spans))
            halves = (markup.write(spans[:middle]), markup.write(spans[middle:]))
            made[place : place + 1] = [replace(made[place], words=one) for one in halves if one]
        else:
            spans = tuple(
                replace(one, style="exact") if one.figure else one
                for one in markup.read(made[place].words)
            )
            made[place] = replace(made[place], words=markup.write(spans))
    return made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), st.integers(1, 3))
def test_whatever_is_saved_is_read_again_and_saving_it_again_changes_nothing(
    store: Store, chance: random.Random, times: int
) -> None:
    with store.change("从头再来"):
        for kind in (SummaryText, SummaryPart):
            for one in store.find(kind, **KEY.equals):
                store.delete(one)
    for _ in range(times):
        code = chance.choice(("opening", "organising", "bargaining", "closing"))
        edited = _edited(_paragraphs(_draft(store), code), chance)

        _keep(store, code, edited)

        assert _texts(store, code) == [one.words for one in edited]
        before = store.find(SummaryText, **KEY.equals)
        _keep(store, code, _paragraphs(_draft(store), code))
        assert store.find(SummaryText, **KEY.equals) == before


def test_a_chapter_left_as_the_program_wrote_it_keeps_nothing(store: Store) -> None:
    _keep(store, "bargaining", _paragraphs(_draft(store), "bargaining"))

    assert store.all(SummaryText) == []


def test_words_of_the_clerk_stay_and_figures_in_them_follow_the_records(store: Store) -> None:
    _keep(store, "bargaining", [KeptParagraph("共签{cb_units_signed}，前后{{三}}次。", "results")])

    with store.change("删除合同"):
        store.delete(store.all(Contract)[0])

    texts = [one.text for s in _draft(store).sections for one in s.paragraphs]
    assert "共签6家，前后{三}次。" in texts


def test_an_untouched_paragraph_is_written_afresh_beside_a_rewritten_one(store: Store) -> None:
    paragraphs = _paragraphs(_draft(store), "bargaining")
    paragraphs[0] = replace(paragraphs[0], words="改过的一段。")
    _keep(store, "bargaining", paragraphs)

    with store.change("删除合同"):
        for one in store.all(Contract):
            store.delete(one)

    words = _texts(store, "bargaining")
    assert words[0] == "改过的一段。"
    assert not any("{cb_units_signed}" in one for one in words)


def test_a_deleted_paragraph_stays_away_until_it_is_restored(store: Store) -> None:
    before = _paragraphs(_draft(store), "bargaining")
    _keep(store, "bargaining", before[1:])
    without = _texts(store, "bargaining")

    with store.change("恢复段落"):
        restore_passage(store, KEY, "bargaining", before[0].passage)

    assert without == [one.words for one in before[1:]]
    assert _texts(store, "bargaining") == [one.words for one in before]


def test_a_paragraph_that_was_deleted_while_it_says_nothing_is_not_forgotten(store: Store) -> None:
    before = _paragraphs(_draft(store), "bargaining")
    _keep(store, "bargaining", [one for one in before if one.passage != "results"])
    with store.change("删除合同"):
        for one in store.all(Contract):
            store.delete(one)
    _keep(store, "bargaining", [*_paragraphs(_draft(store), "bargaining"), KeptParagraph(OWN)])

    store.undo_operation(store.operations()[1].id)

    assert not any("{cb_rate}" in one for one in _texts(store, "bargaining"))


def test_a_figure_worded_otherwise_leaves_its_paragraph_the_programs(store: Store) -> None:
    paragraphs = _paragraphs(_draft(store), "bargaining")
    worded = [
        replace(one, words=one.words.replace("{cb_workers}", "{cb_workers:exact}"))
        for one in paragraphs
    ]
    _keep(store, "bargaining", worded)

    draft = _draft(store)

    section = next(one for one in draft.sections if one.section.code == "bargaining")
    assert "受益职工819人" in "".join(one.text for one in section.paragraphs)
    assert not any(one.is_rewritten for one in section.paragraphs)


def test_what_the_program_would_write_now_is_told_of_a_rewritten_paragraph(store: Store) -> None:
    paragraphs = _paragraphs(_draft(store), "bargaining")
    rewritten = [replace(one, words=f"据统计，{one.words}") for one in paragraphs]
    _keep(store, "bargaining", rewritten)
    calm = [one.is_overtaken for s in _draft(store).sections for one in s.paragraphs]

    with store.change("删除行动步骤"):
        for one in store.find(CampaignStep, step="1"):
            store.delete(one)

    section = next(one for one in _draft(store).sections if one.section.code == "bargaining")
    assert not any(calm)
    assert [one.passage for one in section.paragraphs if one.is_overtaken] == ["steps"]


def test_saving_again_does_not_hide_that_the_program_writes_something_else(store: Store) -> None:
    paragraphs = _paragraphs(_draft(store), "bargaining")
    _keep(store, "bargaining", [replace(one, words=f"据统计，{one.words}") for one in paragraphs])
    with store.change("删除行动步骤"):
        for one in store.find(CampaignStep, step="1"):
            store.delete(one)

    _keep(store, "bargaining", [*_paragraphs(_draft(store), "bargaining"), KeptParagraph(OWN)])

    section = next(one for one in _draft(store).sections if one.section.code == "bargaining")
    assert [one.passage for one in section.paragraphs if one.is_overtaken] == ["steps"]


def test_a_number_worded_in_two_ways_makes_the_paragraph_the_clerks(store: Store) -> None:
    words = "覆盖率{cb_rate:exact}，即{cb_rate}。"

    with store.change("修改总结"):
        paragraphs = [KeptParagraph(words, "results")]
        keep_section(
            store, KEY, "bargaining", paragraphs, {"results": "覆盖率{cb_rate}，即{cb_rate}。"}
        )

    assert store.all(SummaryPart) == []
    assert [one.words for one in store.find(SummaryText, passage="results")] == [words]


def test_texts_of_the_first_versions_become_placed_paragraphs(store: Store) -> None:
    words = "第一段。\n\n第二段。"
    with store.change("旧版本"):
        store.save(SummaryText(year=2024, section="opening", words=words))
    shown = _paragraphs(_draft(store), "opening")

    _keep(store, "opening", [*shown, KeptParagraph(OWN)])

    rows = store.find(SummaryText, **KEY.equals)
    assert [one.words for one in shown[1:3]] == ["第一段。", "第二段。"]
    assert all(one.position is not None for one in rows)
    assert _texts(store, "opening") == [*(one.words for one in shown), OWN]


def test_a_moved_paragraph_takes_the_clerks_own_one_with_it(store: Store) -> None:
    paragraphs = _paragraphs(_draft(store), "bargaining")
    _keep(store, "bargaining", [paragraphs[0], KeptParagraph(OWN), *paragraphs[1:]])
    codes = [one.passage for one in paragraphs]
    moved = [*codes[1:], codes[0]]

    with store.change("调整段落次序"):
        keep_order(store, KEY, [f"bargaining.{one}" for one in moved])
        keep_passage_order(store, KEY, "bargaining", moved)

    expected = [*(one.words for one in paragraphs[1:]), paragraphs[0].words, OWN]
    assert _texts(store, "bargaining") == expected


def test_a_rewritten_paragraph_that_is_switched_off_comes_back_as_it_was(store: Store) -> None:
    paragraphs = _paragraphs(_draft(store), "bargaining")
    rewritten = [replace(paragraphs[0], words="改过的一段。"), *paragraphs[1:]]
    _keep(store, "bargaining", rewritten)
    part = f"bargaining.{paragraphs[0].passage}"
    with store.change("不写"):
        switch_off(store, KEY, part)
    without = _texts(store, "bargaining")
    _keep(store, "bargaining", [*_paragraphs(_draft(store), "bargaining"), KeptParagraph(OWN)])

    with store.change("写"):
        switch_on(store, KEY, part)

    assert "改过的一段。" not in without
    assert "改过的一段。" in _texts(store, "bargaining")
    assert store.find(SummaryPart, **KEY.equals) == []


def test_default_brings_back_order_titles_and_switches(store: Store) -> None:
    before = [(one.section.code, one.heading) for one in _draft(store).sections]
    with store.change("调整章节"):
        keep_order(store, KEY, ["closing", "bargaining", "organising", "opening"])
        keep_title(store, KEY, "bargaining", "集体协商")
        switch_off(store, KEY, "organising")
    changed = [(one.section.code, one.heading) for one in _draft(store).sections]

    with store.change("恢复默认"):
        forget_all(store, KEY)

    assert changed[:2] == [("closing", ""), ("bargaining", "集体协商")]
    assert [(one.section.code, one.heading) for one in _draft(store).sections] == before


def test_any_other_stretch_of_days_has_no_words_of_the_clerk(store: Store) -> None:
    _keep(store, "bargaining", [KeptParagraph(OWN)])

    other = draft_of(store, between(date(2024, 1, 15), date(2024, 11, 15)))

    assert OWN in _texts(store, "bargaining")
    assert not any(one.text == OWN for s in other.sections for one in s.paragraphs)
    assert "bargaining" in [one.section.code for one in other.sections]
