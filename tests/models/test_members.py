"""Members: what their number tells, how changes and transfers lead to their status, and figures."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest

from models.errors import Problem
from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.periods import year_period
from models.records.base import Record
from models.records.local import LocalRule
from models.records.members import Member, MemberChange, MemberTransfer
from models.records.unions import Union, UnionUnit
from models.records.units import Unit, UnitYear
from models.rules import checking
from models.store import Store
from models.values.dates import PartialDate

R = TypeVar("R", bound=Record)
MAN, WOMAN = "370399197804055810", "370399197804055802"
BORN = PartialDate(1978, 4, 5)
MAY = PartialDate(2020, 5, 6)


def _on(text: str) -> PartialDate:
    return PartialDate.from_iso(text)


def _save(store: Store, record: R) -> R:
    with store.change("登记"):
        return store.save(record)


def _member(store: Store, name: str = "张三", number: str = WOMAN, **more: object) -> Member:
    values = {"joined_on": MAY, **more}
    return _save(store, Member(name=name, id_no=number, **values))  # type: ignore[arg-type]


def _change(store: Store, member: Member, kind: str, day: str) -> MemberChange:
    change = MemberChange(member=member.id, kind=kind, changed_on=_on(day), reason="1")
    return _save(store, change)


def _now(store: Store, member: Member) -> Member:
    return store.get(Member, member.id or 0)


def _figure(store: Store, code: str, year: int = 2024, as_of: date | None = None) -> Figure:
    return compute(store, year_period(year, as_of))[code]


def _says(record: Record, store: Store) -> list[tuple[str, str]]:
    return [(one.level, one.field) for one in checking.check(record, store)]


def test_the_number_fills_in_sex_birthday_and_kind_of_paper() -> None:
    found = checking.complete(Member(name="张三", id_no=WOMAN, birth=PartialDate(1978)))

    assert (found.sex, found.birth, found.id_type) == ("2", BORN, "111")


@pytest.mark.parametrize(
    ("household", "given", "kept"), [("2", "", "1"), ("1", "", "0"), ("2", "0", "0"), ("", "", "")]
)
def test_a_rural_household_makes_a_migrant_worker_unless_told_otherwise(
    household: str, given: str, kept: str
) -> None:
    member = Member(name="张三", id_no=WOMAN, household=household, is_migrant=given)

    assert checking.complete(member).is_migrant == kept


@pytest.mark.parametrize(
    ("changed", "finding"),
    [
        ({"sex": "1"}, ("error", "sex")),
        ({"birth": PartialDate(1978, 4, 6)}, ("error", "birth")),
        ({"id_no": "370399197804055803"}, ("error", "id_no")),
        ({"id_no": "E12345678"}, ("error", "id_no")),
        ({"joined_on": PartialDate(1990)}, ("warn", "joined_on")),
    ],
)
def test_what_the_number_says_otherwise_cannot_be_kept(
    store: Store, changed: dict[str, object], finding: tuple[str, str]
) -> None:
    right = Member(name="张三", id_type="111", id_no=WOMAN, sex="2", birth=BORN, joined_on=MAY)

    assert _says(right, store) == []
    assert _says(replace(right, **changed), store) == [finding]  # type: ignore[arg-type]


def test_a_passport_is_not_measured_by_the_resident_number(store: Store) -> None:
    member = Member(
        name="山姆", id_type="414", id_no="E12345678", sex="1", birth=BORN, joined_on=MAY
    )

    assert _says(member, store) == []
    assert checking.complete(replace(member, birth=None)).birth is None


def test_somebody_without_a_day_of_joining_waits_and_is_approved_by_a_change(store: Store) -> None:
    waiting = _member(store, joined_on=None)

    _change(store, waiting, "1", "2024-06-01")

    approved = _now(store, waiting)
    assert waiting.status == "applied"
    assert (approved.status, approved.joined_on) == ("active", _on("2024-06-01"))


def test_the_day_of_joining_and_the_change_are_one_fact(store: Store) -> None:
    member = _member(store)
    (joining,) = store.find(MemberChange, member=member.id)

    _save(store, replace(member, joined_on=_on("2020-07-01")))
    moved = store.get(MemberChange, joining.id or 0)
    _save(store, replace(moved, changed_on=_on("2020-08")))

    assert (joining.kind, joining.changed_on) == ("1", MAY)
    assert moved.changed_on == _on("2020-07-01")
    assert _now(store, member).joined_on == _on("2020-08")
    assert _now(store, member).status_on == _on("2020-08")


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("3", "retained"),
        ("4", "transferred_out"),
        ("5", "expelled"),
        ("6", "withdrawn"),
        ("8", "deceased"),
    ],
)
def test_a_change_leads_to_the_status_and_one_undo_takes_both_back(
    store: Store, kind: str, status: str
) -> None:
    member = _member(store)

    change = _change(store, member, kind, "2024-03-18")
    changed = _now(store, member)
    store.undo()

    assert (changed.status, changed.status_on) == (status, _on("2024-03-18"))
    assert store.get_or_none(MemberChange, change.id) is None
    assert _now(store, member) == member


def test_the_latest_change_counts_whichever_was_entered_last(store: Store) -> None:
    member = _member(store)
    _change(store, member, "6", "2024-09-01")

    late_entry = _change(store, member, "3", "2023-01-01")
    with store.change("删除"):
        store.delete(store.find(MemberChange, member=member.id, kind="6")[0])

    assert _now(store, member).status == "retained"
    with store.change("删除"):
        store.delete(late_entry)
    assert _now(store, member).status == "active"


def test_nobody_leaves_before_joining(store: Store) -> None:
    member = _member(store)

    with pytest.raises(Problem, match="早于入会日期2020-05-06"):
        _change(store, member, "4", "2019-01-01")


def _transfer(member: Member, **more: object) -> MemberTransfer:
    values = {
        "person": member.id,
        "person_name": member.name,
        "kind": "1",
        "from_name": "甲厂工会",
        "to_name": "外地工会",
        "applied_on": date(2024, 4, 1),
        "slip_no": "转1号",
        **more,
    }
    return MemberTransfer(**values)  # type: ignore[arg-type]


def test_a_transfer_under_way_is_seen_and_its_receipt_moves_the_membership_out(
    store: Store,
) -> None:
    member = _member(store)

    sent = _save(store, _transfer(member, sent_on=date(2024, 4, 3)))
    under_way = _now(store, member)
    _save(store, replace(sent, received_on=date(2024, 4, 20)))

    (leaving,) = store.find(MemberChange, member=member.id, kind="4")
    assert under_way.status == "transferring"
    assert _now(store, member).status == "transferred_out"
    assert (leaving.other_union, leaving.document) == ("外地工会", "转1号")


def test_a_refused_transfer_leaves_the_member_where_he_is(store: Store) -> None:
    member = _member(store)
    sent = _save(store, _transfer(member, sent_on=date(2024, 4, 3)))

    _save(store, replace(sent, status="refused"))

    assert _now(store, member) == member


def test_a_transfer_within_the_town_leaves_one_union_and_enters_the_other(store: Store) -> None:
    union = _save(store, Union(name="乙厂工会", org_type="10", founded_on=PartialDate(2020)))
    unit = _save(store, Unit(name="乙厂"))
    member = _member(store, unit_name="甲厂", union_name="甲厂工会")

    moving = _transfer(
        member, kind="3", to_name="乙厂工会", to_unit="乙厂", received_on=date(2024, 4, 20)
    )
    _save(store, moving)

    moved = _now(store, member)
    kinds = [one.kind for one in store.find(MemberChange, member=member.id)]
    assert (moved.status, moved.union, moved.unit) == ("active", union.id, unit.id)
    assert (moved.union_name, moved.unit_name) == ("乙厂工会", "乙厂")
    assert moved.joined_on == MAY
    assert kinds == ["1", "4", "2"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"signed_on": date(2024, 3, 1)}, "signed_on"),
        ({"kind": "3", "to_name": "甲厂工会"}, "to_name"),
    ],
)
def test_a_transfer_that_cannot_be_is_refused(
    store: Store, changed: dict[str, object], field: str
) -> None:
    transfer = _transfer(_member(store))

    found = _says(replace(transfer, **changed), store)  # type: ignore[arg-type]

    assert _says(transfer, store) == []
    assert ("error", field) in found


def test_stages_of_life_hold_each_member_once(store: Store) -> None:
    day = date(2024, 12, 31)
    paid = _member(store, "甲", MAN, dues_paid_to=PartialDate(2024, 6))
    behind = _member(store, "乙", WOMAN, dues_paid_to=PartialDate(2024, 5))
    gone = replace(behind, status="withdrawn")

    stages = [Member.about.state_of(one, day) for one in (paid, behind, gone)]

    assert [one.name for one in stages if one] == ["在册", "疑似退会", "退会等"]
    assert [Member.about.is_alive(one, day) for one in (paid, behind, gone)] == [True, True, False]
    assert _figure(store, "members_behind").value == 1


def test_members_are_counted_as_of_the_day(store: Store) -> None:
    stayed = _member(store, "甲", MAN)
    left = _member(store, "乙", WOMAN)
    _change(store, left, "4", "2024-06-15")
    _change(store, left, "2", "2024-11-01")
    _member(store, "丙", "370399198104232817", joined_on=_on("2024-09-09"))
    _member(store, "丁", "370399199101284296", joined_on=None)

    def members(as_of: date) -> list[str]:
        found = _figure(store, "members_active", as_of.year, as_of).records
        return [one.name for one in found if isinstance(one, Member)]

    assert stayed.status == "active"
    assert members(date(2023, 12, 31)) == ["甲", "乙"]
    assert members(date(2024, 7, 1)) == ["甲"]
    assert members(date(2024, 10, 1)) == ["甲", "丙"]
    assert members(date(2024, 12, 31)) == ["甲", "乙", "丙"]
    assert _figure(store, "members_new").value == 1
    assert _figure(store, "members_left").value == 1
    assert _figure(store, "members_moved_in").value == 1


def test_groups_of_members_and_their_shares(store: Store) -> None:
    _member(store, "甲", MAN, is_migrant="1", new_group="02", verified=True)
    _member(store, "乙", WOMAN, is_migrant="1", new_group="00", is_dispatch=True)
    _member(store, "丙", "370399198104232817", is_migrant="0")

    values = {
        code: _figure(store, code).value
        for code in (
            "members_female",
            "members_migrant",
            "members_new_form",
            "members_dispatch",
            "members_migrant_share",
            "members_verified_rate",
        )
    }

    assert [str(one) for one in values.values()] == ["1", "2", "1", "1", "66.7", "33.3"]


def test_a_unions_roster_takes_over_from_what_it_declares(store: Store) -> None:
    unit = _save(store, Unit(name="甲厂"))
    shop = _save(store, Unit(name="乙店"))
    for one, workers in ((unit, 10), (shop, 4)):
        _save(store, UnitYear(unit=one.id, as_of=date(2024, 6, 30), workers_total=workers))
    single = Union(name="甲厂工会", org_type="10", unit=unit.id, unit_name="甲厂")
    joint = Union(name="东片联合工会", org_type="20")
    kept = [
        _save(store, replace(one, founded_on=PartialDate(2020), members_total=declared))
        for one, declared in ((single, 9), (joint, 3))
    ]
    _save(store, UnionUnit(union=kept[1].id, unit=shop.id, unit_name="乙店"))
    declared = _figure(store, "members_in_unions").value

    _member(store, "甲", MAN, unit=unit.id, unit_name="甲厂")
    _member(store, "乙", WOMAN, unit_name="乙店")

    rate = _figure(store, "joining_rate")
    assert declared == 12
    assert _figure(store, "members_in_unions").value == 2
    assert _figure(store, "members_of_joint").value == 1
    assert (rate.numerator, rate.denominator) == (2, 14)


def test_the_age_of_retirement_is_a_local_rule(store: Store) -> None:
    _member(store, "甲", "370399196401010111", work_status="1")
    _member(store, "乙", WOMAN, work_status="1")
    before = _figure(store, "members_past_retirement").records

    _save(store, LocalRule(rule="retire_age_male", value="63", valid_from=date(2024, 1, 1)))
    after = _figure(store, "members_past_retirement").value

    assert [one.name for one in before if isinstance(one, Member)] == ["甲"]
    assert after == 0
