"""Officers, certificates and the rates of unions: rules, lists and figures."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from models.records.elections import Candidate, Election, LegalCertificate, Post
from models.records.members import Member
from models.records.unions import Union, UnionTerm, UnionUnit
from models.records.units import Unit, UnitYear
from models.rules import checking
from models.sheets.committing import commit_import
from models.sheets.planning import plan_import
from models.store import Store
from tests.models.electing import (
    APRIL,
    BALLOT,
    JUNE,
    MAY,
    NAME,
    UNITS,
    figure_of,
    findings_of,
    keep_one,
    new_union,
)


def _post(name: str, position: str, **more: object) -> Post:
    values = {"union_name": NAME, "fulltime": "2", "from_on": MAY, **more}
    return Post(person_name=name, position=position, **values)  # type: ignore[arg-type]


def test_an_office_ends_with_the_term_it_belongs_to(store: Store) -> None:
    union = new_union(store)
    term = keep_one(store, UnionTerm(union=union.id, session_no=1, elected_on=MAY, years="3"))

    chair = keep_one(store, _post("张三", "1", term=term.id))

    assert (chair.committee, chair.to_on) == ("01", date(2027, 5, 20))
    states = [Post.about.state_of(chair, day) for day in (APRIL, MAY, date(2027, 5, 21))]
    assert [one.name for one in states if one] == ["未开始", "在任", "届满"]


def test_offices_and_elections_find_the_term_of_their_day(store: Store) -> None:
    union = new_union(store)
    terms = [
        keep_one(store, UnionTerm(union=union.id, session_no=n, elected_on=day, years="3"))
        for n, day in ((1, date(2021, 5, 20)), (2, MAY))
    ]

    posts = [
        keep_one(store, _post("张三", "4", union=union.id, from_on=day))
        for day in (date(2022, 1, 1), MAY, date(2019, 1, 1))
    ]
    election = keep_one(store, replace(BALLOT, union=union.id))

    assert [one.term for one in posts] == [terms[0].id, terms[1].id, None]
    assert [one.to_on for one in posts] == [MAY, date(2027, 5, 20), None]
    assert election.term == terms[1].id


def test_a_committee_has_one_head_at_a_time_and_no_treasurer_audits(store: Store) -> None:
    keep_one(store, _post("张三", "1", to_on=JUNE))
    keep_one(store, _post("王五", "20"))

    def found(post: Post) -> list[tuple[str, str]]:
        return findings_of(checking.complete(post), store)

    assert found(_post("李四", "1", from_on=JUNE)) == []
    assert found(_post("李四", "1", from_on=date(2024, 6, 2))) == [("warn", "position")]
    assert found(_post("李四", "1")) == [("warn", "position")]
    assert found(_post("李四", "5")) == []
    assert found(_post("张三", "7")) == [("warn", "position")]
    assert found(_post("王五", "5")) == [("warn", "position")]
    assert found(_post("赵六", "8", sex="1")) == [("warn", "sex")]
    assert found(_post("赵六", "4", to_on=APRIL)) == [("error", "to_on")]


def test_officers_are_counted_once_while_they_are_in_office(store: Store) -> None:
    keep_one(store, _post("张三", "1", fulltime="1"))
    keep_one(store, _post("张三", "4", fulltime="1"))
    keep_one(store, _post("李四", "4"))
    keep_one(store, _post("王五", "4", to_on=JUNE))
    keep_one(store, _post("赵六", "15", fulltime="4"))

    values = [
        figure_of(store, f"officers_{one}").value for one in ("fulltime", "parttime", "hired")
    ]

    assert values == [1, 1, 1]
    assert figure_of(store, "officers_parttime", JUNE).value == 2


def _certificate(union: Union, **more: object) -> LegalCertificate:
    values = {"issued_on": MAY, "valid_to": date(2027, 5, 20), **more}
    return LegalCertificate(union=union.id, union_name=union.name, **values)  # type: ignore[arg-type]


def test_a_certificate_lives_as_long_as_it_is_valid(store: Store) -> None:
    union, other = new_union(store), new_union(store, "乙厂工会委员会")
    held = keep_one(store, _certificate(union))
    keep_one(store, _certificate(other, valid_to=JUNE))
    rate = figure_of(store, "certified_rate")

    states = [
        LegalCertificate.about.state_of(one, date(2024, 12, 31))
        for one in (held, replace(held, valid_to=JUNE), replace(held, status="lost"))
    ]

    assert held.valid_from == MAY
    assert [one.name for one in states if one] == ["有效", "到期", "注销等"]
    assert (rate.numerator, rate.denominator) == (1, 2)
    assert figure_of(store, "unions_certified", JUNE).value == 2
    assert figure_of(store, "unions_certified", APRIL).value == 0


@pytest.mark.parametrize(
    ("changed", "finding"),
    [
        ({"valid_to": APRIL}, ("error", "valid_to")),
        ({"valid_to": date(2028, 1, 1)}, ("warn", "valid_to")),
        ({"legal_person": "前主席"}, ("warn", "legal_person")),
        ({"credit_code": "91370399MAQH00018Y"}, ("warn", "credit_code")),
    ],
)
def test_a_certificate_fits_the_term_and_the_chair(
    store: Store, changed: dict[str, object], finding: tuple[str, str]
) -> None:
    union = new_union(store, chair="张三")
    keep_one(store, UnionTerm(union=union.id, session_no=1, elected_on=MAY, years="3"))
    certificate = checking.complete(_certificate(union, legal_person="张三"))

    assert findings_of(certificate, store) == []
    assert findings_of(replace(certificate, **changed), store) == [finding]  # type: ignore[arg-type]


def test_unions_elect_anew_in_time_and_build_their_committees(store: Store) -> None:
    done = new_union(store, has_audit=True, members_female=12)
    late = new_union(store, "乙厂工会委员会", has_women=True, members_female=12)
    for union, days in ((done, (date(2021, 5, 1), MAY)), (late, (date(2021, 6, 1),))):
        for number, day in enumerate(days):
            term = UnionTerm(union=union.id, session_no=number + 1, elected_on=day, years="3")
            keep_one(store, term)

    rate = figure_of(store, "renewal_rate")
    assert (rate.numerator, rate.denominator) == (1, 2)
    assert figure_of(store, "unions_audit").value == 1
    assert str(figure_of(store, "women_rate").value) == "50.0"
    assert [one.id for one in figure_of(store, "women_committees_due").records] == [done.id]


def _import(store: Store, path: Path, rows: Sequence[Sequence[object]]) -> list[str]:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    book.save(path)
    result = commit_import(store, plan_import(store, path))
    return [row.verdict for row in result.plan.sheets[0].rows]


def test_a_count_of_votes_is_taken_in_with_its_election(store: Store, tmp_path: Path) -> None:
    new_union(store)
    header = ["工会名称", "选举的委员会", "选举日期", "应到人数", "实到人数", "应选名额"]
    _import(
        store, tmp_path / "选举情况.xlsx", [header, [NAME, "工会委员会", "2024.5.20", 30, 28, 2]]
    )
    title = store.all(Election)[0].title

    verdicts = _import(
        store,
        tmp_path / "候选人得票.xlsx",
        [
            ["选举", "姓名", "同意", "不同意", "弃权"],
            [title, "甲", 20, 5, 3],
            [title, "乙", 16, 9, 3],
            [title, "丙", 18, 7, 3],
        ],
    )

    assert title == f"{NAME}选举（2024-05-20）"
    assert verdicts == ["new", "new", "new"]
    assert [(one.person_name, one.result) for one in store.all(Candidate)] == [
        ("甲", "1"),
        ("乙", "2"),
        ("丙", "1"),
    ]


def test_a_roster_of_officers_knows_its_members(store: Store, tmp_path: Path) -> None:
    union = new_union(store)
    member = keep_one(
        store, Member(name="张三", id_no="370399197804055802", politics="01", union=union.id)
    )
    rows: Sequence[Sequence[object]] = [
        ["工会名称", "姓名", "身份证号", "工会职务", "专/兼职", "任职时间"],
        [NAME, "张三", "370399197804055802", "主席", "专职", "2024.5.20"],
        [NAME, "李四", None, "财务委员", "兼职", "2024.5.20"],
    ]

    _import(store, tmp_path / "工会干部花名册.xlsx", rows)

    first, second = sorted(store.all(Post), key=lambda one: one.position)
    assert (first.person, first.sex, first.politics) == (member.id, "2", "01")
    assert (first.union, first.committee, second.position) == (union.id, "01", "20")
    assert figure_of(store, "officers_fulltime").value == 1


def test_units_have_a_union_of_their_own_or_are_covered(store: Store) -> None:
    units = [keep_one(store, Unit(name=f"{n}厂", operating_status=status)) for n, status in UNITS]
    for unit, workers in zip(units, (120, 30, 200, 5), strict=True):
        data = UnitYear(unit=unit.id, as_of=MAY, workers_total=workers)
        keep_one(store, data)
    new_union(store, unit=units[0].id)
    joint = new_union(store, "东片联合工会", org_type="20")
    keep_one(store, UnionUnit(union=joint.id, unit=units[1].id, unit_name="乙厂"))
    new_union(store, "旧工会委员会", unit=units[3].id, status="revoked", ended_on=MAY)

    rates = [figure_of(store, code) for code in ("union_rate", "union_rate_large")]

    assert figure_of(store, "units_with_union").value == 2
    assert [(one.numerator, one.denominator) for one in rates] == [(2, 3), (1, 2)]
    assert figure_of(store, "unions_revoked").value == 1


def test_a_chair_is_vacant_too_long_by_the_local_rule(store: Store) -> None:
    keep_one(store, _post("张三", "1", to_on=JUNE))
    late = [figure_of(store, "chairs_vacant", day).value for day in (date(2024, 9, 1), None)]
    keep_one(store, _post("李四", "1", from_on=date(2024, 11, 1)))

    assert late == [0, 1]
    assert figure_of(store, "chairs_vacant").value == 0
