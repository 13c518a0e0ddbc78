"""Whatever records there are, every chapter is whole Chinese and every number in it a figure."""

import random
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from models.errors import Problem
from models.figures.catalogue import BY_CODE, Figures
from models.periods import Period, span_period
from models.records import RECORDS
from models.records.town import Town
from models.store import Store
from reports.summary.draft import Draft
from reports.summary.parts import DETAILED, SHORT, STANDARD
from tests.reports.summary.golden import (
    PERIOD,
    draft_at,
    drafts,
    empty_town,
    practice_town,
)
from tests.reports.summary.speaking import adjust
from tests.town import build_town

LEVELS = (SHORT, STANDARD, DETAILED)
PERIODS = (
    PERIOD,
    span_period(2024, "", date(2024, 5, 20)),
    span_period(2024, "", date(2024, 11, 20)),
    span_period(2024, "H1"),
    span_period(2024, "Q3"),
    span_period(2024, "06"),
    span_period(2024, "S"),
    Period(date(2024, 2, 6), date(2024, 10, 9), date(2024, 10, 9)),
    span_period(2025, ""),
)
# Two marks that meet, marks with nothing between or before them, and what stands for nothing.
BROKEN = re.compile(
    r"[，。；：、][，。；：、]|[（《“][，。；：、）》”]|[，、；：]）|^[，。；：、）》”]|共有[，。]|其中[。、]"
    r"|〔无数〕|None|\{|\}|  |[一二三四五六七八九十]是[，。；]|新建[，。]|(?<![\d.])0(?:[家人次件项份户元条期枚块]|%)",
    re.MULTILINE,
)
# Numbers that are no figures: dates, numbers of papers, and what records are called.
NAMES = re.compile(r"“[^”]*”|《[^》]*》|〔\d{4}〕\d+号|\d{4}年|\d{1,2}月(\d{1,2}日)?")


@pytest.fixture(scope="module")
def practice_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("practice")
    practice_town(folder).close()
    return folder / "practice.db"


@contextmanager
def copy_of(file: Path, folder: Path) -> Iterator[Store]:
    shutil.copy(file, folder / "copy.db")
    with Store.open(folder / "copy.db") as store:
        yield store


def paragraphs(draft: Draft) -> list[str]:
    return [one.text for section in draft.sections for one in section.paragraphs]


def faults(text: str) -> list[str]:
    """What no reader would let pass in a paragraph."""
    found = [f"{one[0]}：{text}" for one in BROKEN.finditer(text)]
    if not text.endswith(("。", "：")):
        found.append(f"没有句号：{text}")
    if any(text.count(left) != text.count(right) for left, right in ("（）", "《》", "“”", "〔〕")):
        found.append(f"不成对：{text}")
    if "一是" in text and "二是" not in text:
        found.append(f"只有一是：{text}")
    return found


def thin_out(store: Store, chance: random.Random) -> None:
    """Delete half of the records of every other type, as far as nothing hangs on them."""
    with store.change("删去一半"):
        for record_type in RECORDS:
            if record_type is Town or chance.random() < 0.5:
                continue
            for one in store.all(record_type):
                if chance.random() < 0.5:
                    _delete_if_free(store, record_type, one.id)


def _delete_if_free(store: Store, record_type: type, record_id: int | None) -> None:
    for one in store.find(record_type, id=record_id):
        try:
            store.delete(one)
        except Problem:
            return


@pytest.mark.parametrize("seed", range(12))
def test_half_of_the_records_still_make_whole_sentences(
    seed: int, practice_file: Path, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    with copy_of(practice_file, tmp_path) as store:
        thin_out(store, chance)

        draft = draft_at(store, DETAILED, chance.choice(PERIODS))

        assert [fault for one in paragraphs(draft) for fault in faults(one)] == []


@pytest.mark.parametrize("seed", range(6))
def test_figures_put_right_by_hand_still_make_whole_sentences(
    seed: int, practice_file: Path, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    with copy_of(practice_file, tmp_path) as store:
        told = draft_at(store, DETAILED).figure_codes()
        for code in told:
            if code in BY_CODE and BY_CODE[code].kind != "rate" and chance.random() < 0.4:
                adjust(store, code, chance.choice((0, 1, 7, 5000)))

        draft = draft_at(store, DETAILED)

        assert [fault for one in paragraphs(draft) for fault in faults(one)] == []


@pytest.mark.parametrize("period", PERIODS, ids=lambda one: f"{one.words()}{one.as_of}")
@pytest.mark.parametrize("level", LEVELS)
def test_every_span_and_length_makes_whole_sentences(
    level: int, period: Period, practice_file: Path, tmp_path: Path
) -> None:
    with copy_of(practice_file, tmp_path) as store:
        draft = draft_at(store, level, period)

        assert [fault for one in paragraphs(draft) for fault in faults(one)] == []


@pytest.mark.parametrize("make", [practice_town, lambda folder: build_town(folder / "t.db")])
@pytest.mark.parametrize("level", LEVELS)
def test_every_number_is_a_figure_in_its_own_words(
    level: int, make: Callable[[Path], Store], tmp_path: Path
) -> None:
    with make(tmp_path) as store:
        draft = draft_at(store, level)
        figures = Figures(store, PERIOD)

        for section in draft.sections:
            for paragraph in section.paragraphs:
                plain = "".join("#" if one.figure else one.text for one in paragraph.spans)
                assert not re.search(r"\d", NAMES.sub("", plain)), plain
                for span in paragraph.spans:
                    if span.figure:
                        assert span.text == figures[span.figure].say(span.style), span.figure


def test_an_empty_file_speaks_of_nothing_but_the_office(tmp_path: Path) -> None:
    with empty_town(tmp_path) as store:
        for level in LEVELS:
            sections = draft_at(store, level).sections

            assert [one.section.code for one in sections] == ["opening", "closing"]


def test_longer_summaries_say_more() -> None:
    short, standard, detailed = (
        sum(len(one) for one in paragraphs(drafts()[case]))
        for case in ("short", "full", "detailed")
    )

    assert short < standard < detailed
    assert short <= 1_000
