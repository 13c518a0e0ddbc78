"""A closed year stays as it was: no save, no deletion, no import, no undoing reaches it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from models import bringing_back, closing
from models.attachments import attach
from models.errors import Problem
from models.records.activities import Event
from models.records.bargaining import Contract
from models.records.base import Record
from models.records.negotiation import Negotiation, NegotiationMeeting
from models.records.rights import RightsCase
from models.records.service import Visit, VisitTalk
from models.records.units import Unit
from models.recycle_bin import RecycleBin
from models.store import Store

OLD, NEW = date(2023, 5, 6), date(2024, 5, 6)
REFUSED = "2023年度已经结账，不能改；要改先反结账"


R = TypeVar("R", bound=Record)


def save(store: Store, record: R) -> R:
    with store.change("保存"):
        return store.save(record)


@pytest.fixture
def visit(store: Store) -> Visit:
    """A visit of 2023 with somebody talked to."""
    with store.change("新增走访"):
        made = store.save(Visit(visited_on=OLD, unit_name="甲厂"))
        store.save(VisitTalk(visit=made.id, person_name="张三"))
    return made


@pytest.fixture
def closed(store: Store, visit: Visit) -> Visit:
    """The same when 2023 is closed."""
    closing.close_year(store, 2023)
    return visit


def test_a_year_is_closed_and_opened_again_with_a_reason(store: Store) -> None:
    closing.close_year(store, 2023)
    assert store.closed_years == {2023}

    with pytest.raises(Problem, match="请写明反结账的原因"):
        closing.reopen_year(store, 2023, "  ")
    closing.reopen_year(store, 2023, "漏登一次走访")

    assert store.closed_years == frozenset()
    labels = [(one.label, one.kind) for one in store.operations(2)]
    assert labels == [
        ("2023年度反结账：漏登一次走访", "closing"),
        ("2023年度结账", "closing"),
    ]
    words = closing.closing_words(store, 2023)
    assert words.endswith("反结账（漏登一次走访）")
    assert words.count("结账") == 2


def test_a_year_is_not_closed_twice_nor_opened_when_it_is_not_closed(store: Store) -> None:
    with pytest.raises(Problem, match="2023年度没有结账"):
        closing.reopen_year(store, 2023, "弄错了年度")
    closing.close_year(store, 2023)
    with pytest.raises(Problem, match="2023年度已经结过账了"):
        closing.close_year(store, 2023)
    with pytest.raises(Problem, match="还没有开始"):
        closing.close_year(store, 2999)


def test_records_of_a_closed_year_are_neither_added_nor_changed_nor_deleted(
    store: Store, closed: Visit
) -> None:
    before = store.all(Visit)

    with pytest.raises(Problem, match=REFUSED) as refused:
        save(store, Visit(visited_on=OLD, unit_name="乙厂"))
    assert "走访记录“乙厂 2023-05-06”" in refused.value.advice
    with pytest.raises(Problem, match=REFUSED):
        save(store, replace(closed, content="改过"))
    with pytest.raises(Problem, match=REFUSED), store.change("删除"):
        store.delete(closed)

    assert store.all(Visit) == before


def test_nothing_is_moved_into_a_closed_year_or_out_of_it(store: Store, closed: Visit) -> None:
    other = save(store, Visit(visited_on=NEW, unit_name="乙厂"))

    with pytest.raises(Problem, match=REFUSED):
        save(store, replace(closed, visited_on=NEW))
    with pytest.raises(Problem, match=REFUSED):
        save(store, replace(other, visited_on=OLD))


def test_one_record_of_a_closed_year_refuses_the_whole_import(store: Store, closed: Visit) -> None:
    rows = [Visit(visited_on=day, unit_name="乙厂") for day in (NEW, OLD)]

    with pytest.raises(Problem, match=REFUSED), store.change("导入", kind="import"):
        store.save_all(rows)

    assert store.count(Visit) == 1


def test_undoing_does_not_reach_into_a_closed_year(store: Store, closed: Visit) -> None:
    with pytest.raises(Problem, match=REFUSED):
        store.undo()

    assert store.count(Visit) == 1


def test_restoring_does_not_reach_into_a_closed_year(store: Store, visit: Visit) -> None:
    with store.change("删除走访"):
        store.delete(visit)
    closing.close_year(store, 2023)
    (found,) = RecycleBin(store).more()

    with pytest.raises(Problem, match=REFUSED):
        bringing_back.bring_back(store, bringing_back.plan(store, [found.row]), "恢复")


def test_closing_is_not_taken_back_without_a_reason(store: Store, closed: Visit) -> None:
    step = store.operations(1)[0]

    with pytest.raises(Problem, match="“2023年度结账”不能撤销。要改已结账的年度，请先反结账"):
        store.undo_operation(step.id)


def test_parts_belong_to_the_year_of_their_record(store: Store, closed: Visit) -> None:
    with pytest.raises(Problem, match=REFUSED):
        save(store, VisitTalk(visit=closed.id, person_name="李四"))


def test_records_without_a_year_and_other_years_stay_free(store: Store, closed: Visit) -> None:
    unit = save(store, Unit(name="甲"))
    save(store, replace(unit, name="乙"))
    save(store, Visit(visited_on=NEW, unit_name="甲"))
    save(store, Event(title="运动会", kind="1", held_on=NEW))

    assert store.count(Visit) == 2


def test_a_scan_may_still_be_kept_with_a_record_of_a_closed_year(
    store: Store, closed: Visit, tmp_path: Path
) -> None:
    scan = tmp_path / "照片.jpg"
    scan.write_bytes(b"x")

    assert len(attach(store, closed, [scan])) == 1


def test_a_contract_of_a_closed_year_may_end_in_an_open_one(store: Store) -> None:
    contract = save(
        store,
        Contract(
            unit_name="甲", kind="2", signed_on=OLD, valid_from=OLD, valid_to=date(2025, 5, 5)
        ),
    )
    closing.close_year(store, 2023)

    ended = save(store, replace(contract, ended_on=NEW, end_reason="企业注销"))

    with pytest.raises(Problem, match=REFUSED):
        save(store, replace(ended, ended_on=date(2023, 12, 1)))
    with pytest.raises(Problem, match=REFUSED):
        save(store, replace(ended, workers_covered=99))
    with pytest.raises(Problem, match=REFUSED):
        save(store, replace(contract, workers_covered=99, ended_on=NEW))


def test_a_negotiation_of_a_closed_year_goes_on_meeting(store: Store) -> None:
    with store.change("新增协商"):
        (talks,) = store.save_all([Negotiation(title="甲厂工资协商", year=2023)])
    closing.close_year(store, 2023)

    with store.change("新增会议"):
        store.save_all([NegotiationMeeting(negotiation=talks.id, held_on=NEW)])

    with pytest.raises(Problem, match=REFUSED), store.change("补记会议"):
        store.save_all([NegotiationMeeting(negotiation=talks.id, held_on=OLD)])
    assert store.count(NegotiationMeeting) == 1


def test_a_case_of_a_closed_year_is_closed_in_the_next(store: Store) -> None:
    case = save(
        store, RightsCase(received_on=OLD, party_name="张三", respondent="甲厂", cause="01")
    )
    closing.close_year(store, 2023)

    save(store, replace(case, closed_on=NEW, result="1"))

    with pytest.raises(Problem, match=REFUSED):
        save(store, replace(case, amount=100))


def test_reopening_lets_everything_change_again(store: Store, closed: Visit) -> None:
    closing.reopen_year(store, 2023, "审计发现漏登")

    save(store, replace(closed, content="补记"))
    closing.close_year(store, 2023)

    assert len(closing.closings_of(store, 2023)) == 2
    with pytest.raises(Problem, match=REFUSED):
        save(store, closed)


def test_closed_years_are_known_when_the_file_is_opened_again(store: Store, closed: Visit) -> None:
    path = store.path
    store.close()

    with Store.open(path) as again:
        assert again.closed_years == {2023}
        with pytest.raises(Problem, match=REFUSED):
            save(again, replace(closed, content="改过"))
