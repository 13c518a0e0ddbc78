"""Papers that left the house keep their figures, and tell where the records went on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import Problem
from models.figures.catalogue import Figures
from models.filing import codes_touched, difference, differences, file_paper, hash_of, papers_with
from models.periods import Period, year_period
from models.record_ranges import holds, ids_in, ranges_of
from models.records.bargaining import Contract, Coverage
from models.records.reported import FiledFigure, FiledPaper
from models.records.unions import Union
from models.records.units import Unit
from models.store import Store
from models.values.dates import PartialDate
from tests.town import build_town

PERIOD = year_period(2024)
CODES = ("cb_units_signed", "cb_rate", "cb_workers", "unions_new")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with build_town(tmp_path / "town.db") as made:
        yield made


@pytest.fixture
def paper(store: Store) -> FiledPaper:
    return filed(store, PERIOD)


def filed(store: Store, period: Period) -> FiledPaper:
    figures = Figures(store, period)
    draft = FiledPaper(
        title="云溪镇总工会2024年工作总结",
        filed_on=date(2025, 1, 6),
        recipient="云河县总工会",
        first=period.first,
        last=period.last,
        as_of=period.as_of,
    )
    with store.change("登记已上报"):
        return file_paper(
            store, draft, [figures[code] for code in CODES], {"cb_workers": "八百多人"}
        )


def test_a_paper_keeps_value_words_basis_and_records_of_each_figure(
    store: Store, paper: FiledPaper
) -> None:
    kept = {one.figure: one for one in store.find(FiledFigure, paper=paper.id)}
    figures = Figures(store, PERIOD)

    assert list(kept) == list(CODES)
    assert kept["cb_units_signed"].value == 7
    assert (kept["cb_rate"].numerator, kept["cb_rate"].denominator) == (Decimal(7), Decimal(8))
    assert kept["cb_workers"].shown == "八百多人"
    assert kept["cb_rate"].basis == figures["cb_rate"].definition.basis
    records = figures["cb_units_signed"].records
    assert ids_in(kept["cb_units_signed"].sources) == {("cb_contract", one.id) for one in records}


def test_nothing_differs_as_long_as_nothing_changed(store: Store, paper: FiledPaper) -> None:
    assert differences(store, paper) == []


def test_a_deleted_record_shows_in_value_and_names(store: Store, paper: FiledPaper) -> None:
    with store.change("删除合同"):
        store.delete(Figures(store, PERIOD)["cb_units_signed"].records[0])

    found = {one.filed.figure: one for one in differences(store, paper)}

    assert set(found) == {"cb_units_signed", "cb_rate", "cb_workers"}
    assert found["cb_units_signed"].words == "台账数现在是6家；名单变了：多0条，少1条"
    store.undo()
    assert differences(store, paper) == []


def test_the_same_number_of_other_records_is_a_difference_too(
    store: Store, paper: FiledPaper
) -> None:
    signed = Figures(store, PERIOD)["cb_units_signed"].records
    taken = {one.unit for one in signed if isinstance(one, Contract)}
    first = signed[0]
    assert isinstance(first, Contract)
    with store.change("换一家"):
        store.save(
            replace(
                first,
                id=None,
                contract_no="",
                unit=next(one.id for one in store.all(Unit) if one.id not in taken),
            )
        )
        store.delete(first)

    found = {one.filed.figure: one for one in differences(store, paper)}

    assert found["cb_units_signed"].changes == ("records",)
    assert (found["cb_units_signed"].came, found["cb_units_signed"].went) == (1, 1)


def test_a_record_that_was_corrected_is_told_even_when_the_number_stays(
    store: Store, paper: FiledPaper
) -> None:
    first = Figures(store, PERIOD)["cb_units_signed"].records[0]
    assert isinstance(first, Contract)
    with store.change("改备注"):
        store.save(replace(first, remark="补盖公章"))

    found = {one.filed.figure: one.words for one in differences(store, paper)}

    assert found["cb_units_signed"] == "背后的记录改过"


def test_only_the_figures_asked_for_are_held_against_the_records(
    store: Store, paper: FiledPaper
) -> None:
    with store.change("删除合同"):
        store.delete(Figures(store, PERIOD)["cb_units_signed"].records[0])

    found = differences(store, paper, {"cb_rate", "unions_new"})

    assert [one.filed.figure for one in found] == ["cb_rate"]


def test_a_paper_is_counted_again_on_its_own_day(store: Store) -> None:
    paper = filed(store, year_period(2024, date(2024, 8, 31)))
    then = Figures(store, PERIOD)["unions_new"].value
    with store.change("新建工会"):
        store.save(Union(name="云溪镇新建工会", org_type="10", founded_on=PartialDate(2024, 9, 1)))

    assert Figures(store, PERIOD)["unions_new"].value != then
    assert differences(store, paper) == []


def test_records_read_in_another_order_are_the_same_records(store: Store) -> None:
    records = store.all(Contract)

    assert hash_of(records) == hash_of(records[::-1])
    assert hash_of(records) != hash_of(records[1:])


def test_a_figure_that_nothing_counts_any_more_is_told() -> None:
    found = difference(FiledFigure(figure="local_9", label="旧指标", value=Decimal(4)), None)

    assert found is not None
    assert found.words == "现在不再统计这一项"


def test_another_way_of_counting_is_told(store: Store, paper: FiledPaper) -> None:
    kept = store.find(FiledFigure, paper=paper.id)[0]
    figure = Figures(store, PERIOD)[kept.figure]

    found = difference(replace(kept, basis="按另一种口径"), figure)

    assert found is not None
    assert found.changes == ("basis",)


def test_what_was_reported_cannot_be_changed_afterwards(store: Store, paper: FiledPaper) -> None:
    kept = store.find(FiledFigure, paper=paper.id)[0]

    with pytest.raises(Problem, match="已上报的数字不能改"), store.change("改上报数"):
        store.save(replace(kept, value=Decimal(99)))

    assert store.get(FiledFigure, kept.id or 0) == kept


def test_a_paper_goes_with_its_figures_and_comes_back_with_them(
    store: Store, paper: FiledPaper
) -> None:
    with store.change("删除材料"):
        store.delete(paper)
    gone = store.count(FiledFigure)

    store.undo()

    assert gone == 0
    assert store.count(FiledFigure, paper=paper.id) == len(CODES)


def test_days_that_cannot_be_are_refused(store: Store, paper: FiledPaper) -> None:
    with pytest.raises(Problem, match="统计截止日早于统计起始日"), store.change("改"):
        store.save(replace(paper, last=date(2023, 1, 1)))


def test_a_record_knows_the_papers_that_counted_it(store: Store, paper: FiledPaper) -> None:
    counted = Figures(store, PERIOD)["cb_units_signed"].records
    with store.change("撤下一份"):
        other = store.save(replace(paper, id=None, recipient="镇党委"))

    assert [one.id for one in papers_with(store, counted[0])] == [paper.id]
    assert papers_with(store, store.town()) == []
    assert other.id != paper.id


def test_a_change_of_a_table_touches_what_counted_it_and_every_rate(
    store: Store, paper: FiledPaper
) -> None:
    kept = store.find(FiledFigure, paper=paper.id)

    assert codes_touched(kept, {"cb_contract"}) >= {"cb_units_signed", "cb_workers", "cb_rate"}
    assert codes_touched(kept, {Coverage.about.table}) == {"cb_rate"}


def test_what_counted_nothing_may_have_begun_to_with_any_change() -> None:
    kept = [FiledFigure(figure="unions_new", value=Decimal(0))]

    assert codes_touched(kept, {Contract.about.table}) == {"unions_new"}
    assert codes_touched(kept, set()) == set()


keys = st.sets(st.tuples(st.sampled_from(["unit", "member", "cb_contract"]), st.integers(1, 60)))


@given(keys, st.integers(1, 60))
def test_ranges_name_exactly_their_records(found: set[tuple[str, int | None]], number: int) -> None:
    text = ranges_of(found)

    assert ids_in(text) == found
    assert holds(text, "unit", number) == (("unit", number) in found)
