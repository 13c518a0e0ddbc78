"""What was put aside is kept with its history, and nothing ever counts it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from models.drafts import drafts_by_table, drafts_of_year, put_aside, throw_away, typed_in
from models.fields import fields_of
from models.figures.catalogue import FIGURES, compute
from models.periods import year_period
from models.practice import build_practice_town
from models.records import RECORDS
from models.records.base import Record
from models.records.drafts import Draft
from models.records.units import Unit
from models.recycle_bin import RecycleBin
from models.reminders import reminders
from models.rules.checking import check
from models.store import Store
from models.typed import TypedForm
from reports.catalogue import REPORTS
from reports.summary.checks import check_office
from reports.summary.draft import draft_of

YEAR = 2024
TITLE = "从没登记过的名字"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("暂存") / "练习镇.db"
    with build_practice_town(path) as made:
        yield made


def _typed(record_type: type[Record], record: Record | None = None) -> TypedForm:
    """Return a form of a type with something readable in every field."""
    fields = fields_of(record_type)
    texts = {
        name: field.show(getattr(record, name)) if record else TITLE
        for name, field in fields.items()
    }
    record_id = record.id if record else None
    return TypedForm(
        table=record_type.about.table, record=record_id, title=TITLE, texts=texts, base={}
    )


def _put_aside_one_of_each(store: Store) -> int:
    count = 0
    for record_type in RECORDS:
        if record_type is Draft:
            continue
        for record in (None, *store.first(record_type, 1)):
            put_aside(store, _typed(record_type, record), ("姓名", "日期"), year=YEAR)
            count += 1
    return count


def test_no_figure_list_or_check_counts_a_draft(town: Store) -> None:
    period, day = year_period(YEAR), date(YEAR, 12, 31)
    others = [one for one in RECORDS if one is not Draft]

    def everything() -> list[object]:
        figures = compute(town, period)
        found = [f"{code} {one.exact} {one.numerator}" for code, one in figures.items()]
        assert len(found) >= len(FIGURES)
        counts = [(one.about.table, town.count(one)) for one in others]
        checks = [check(record, town) for one in others for record in town.all(one)]
        summary = check_office(draft_of(town, period))
        return [found, counts, checks, reminders(town, day), summary]

    before = everything()

    assert _put_aside_one_of_each(town) > len(others)

    assert everything() == before
    assert town.search(TITLE) == []


def test_no_report_mentions_a_draft(town: Store) -> None:
    put_aside(town, _typed(Unit), ("单位名称",), year=YEAR)
    rosters = [one for one in REPORTS if one.name != "roster"]

    for report in rosters:
        request = report.request(year_period(YEAR), values={})
        assert TITLE not in repr(report.document(town, request)), report.name


def test_a_draft_comes_back_as_it_was_typed(store: Store) -> None:
    typed = _typed(Unit)

    draft = put_aside(store, typed, ("单位名称",), year=YEAR)
    kept = typed_in(store.get(Draft, draft.id or 0))

    assert kept is not None
    assert (kept.texts, kept.record, kept.draft) == (typed.texts, None, draft.id)
    assert store.operations(1)[0].label == f"暂存单位 {TITLE}"


def test_putting_aside_again_brings_the_same_draft_up_to_date(store: Store) -> None:
    first = put_aside(store, _typed(Unit), ("单位名称", "法定代表人"), year=YEAR)
    again = typed_in(first)
    assert again is not None

    second = put_aside(store, again, ("单位名称",), year=YEAR)

    assert second.id == first.id
    assert [one.missing for one in store.all(Draft)] == [1]


def test_a_draft_goes_and_comes_back_like_any_record(store: Store) -> None:
    draft = put_aside(store, _typed(Unit), (), year=YEAR)

    step = throw_away(store, draft)
    assert store.all(Draft) == []
    assert store.operations(1)[0].label == f"删除暂存 单位 {TITLE}"

    store.undo_operation(step)
    assert store.all(Draft) == [draft]


def test_drafts_are_told_by_kind_and_by_year(store: Store) -> None:
    unit = put_aside(store, _typed(Unit), (), year=YEAR)
    put_aside(store, _typed(Unit), (), year=YEAR - 1)

    assert list(drafts_by_table(store)) == ["unit"]
    assert drafts_of_year(store, YEAR) == [unit]


def test_the_bin_lists_a_draft_that_was_thrown_away_but_not_one_that_was_finished(
    store: Store,
) -> None:
    thrown = put_aside(store, _typed(Unit), (), year=YEAR)
    throw_away(store, thrown)
    finished = put_aside(store, _typed(Unit), (), year=YEAR)
    with store.change("新增单位"):
        store.save(Unit(name=TITLE))
        store.delete(finished)

    binned = RecycleBin(store).more()

    assert [(one.words, one.row.row_id) for one in binned] == [(f"暂存 单位 {TITLE}", thrown.id)]
