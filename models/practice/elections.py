"""Practice records: applications and replies, elections, offices held, and legal certificates."""

from datetime import date, timedelta

from models.practice.members import identity
from models.practice.names import COUNTY, person, phone
from models.records.elections import Application, Candidate, Election, LegalCertificate, Post
from models.records.unions import Union, UnionTerm
from models.store import Store
from models.values.dates import PartialDate

SINGLE = "10"
CHAIR, MEMBER, AUDITOR, WOMEN, HIRED = "1", "4", "5", "8", "15"


def add(store: Store) -> None:
    """Add what the unions of the last two years asked, elected, appointed and were certified."""
    unions = [one for one in store.all(Union) if one.org_type == SINGLE and not one.ended_on]
    recent = [
        one for one in unions if one.founded_on and one.founded_on.year == 2024 and one.reply_no
    ]
    for place, union in enumerate(recent[:8]):
        _found(store, union, place)
    _ask_for_more(store, unions)
    _elect(store, recent[:4])
    _appoint(store, unions[:9])
    _certify(store, [one for one in unions if one.credit_code][:10])


def _found(store: Store, union: Union, place: int) -> None:
    founded = union.founded_on.first() if union.founded_on else date(2024, 1, 2)
    store.save(
        Application(
            union=union.id,
            union_name=union.name,
            kind="01",
            request_no=f"筹〔2024〕{place + 1}号",
            request_on=founded - timedelta(days=15),
            received_on=founded - timedelta(days=13),
            handled_by=person(301),
            handling_opinion="材料齐全，拟同意成立。",
            approved_by=person(300),
            reply_no=union.reply_no,
            reply_on=founded,
        )
    )


def _ask_for_more(store: Store, unions: list[Union]) -> None:
    for place, (kind, union) in enumerate(zip(("02", "04", "07", "02"), unions[2:6], strict=True)):
        asked = date(2024, 9 + place, 9)
        is_answered = place < 2
        store.save(
            Application(
                union=union.id,
                union_name=union.name,
                kind=kind,
                request_no=f"〔2024〕{place + 3}号",
                request_on=asked,
                received_on=asked + timedelta(days=2),
                handled_by=person(301),
                reply_no=f"青禾镇工复〔2024〕{place + 1}号" if is_answered else "",
                reply_on=asked + timedelta(days=10) if is_answered else None,
            )
        )


def _elect(store: Store, unions: list[Union]) -> None:
    for place, union in enumerate(unions):
        held = union.founded_on.first() if union.founded_on else date(2024, 1, 2)
        entitled = 60 + place * 10
        present = entitled - 4
        election = store.save(
            Election(
                union=union.id,
                union_name=union.name,
                term=_first_term(store, union),
                committee="01",
                held_on=held,
                place="单位会议室",
                meeting_type="1",
                published_from=held - timedelta(days=10),
                published_to=held - timedelta(days=2),
                entitled=entitled,
                present=present,
                issued=present,
                returned=present,
                valid=present - 1,
                invalid=1,
                seats=3,
                status="approved",
            )
        )
        _count(store, election, present - 1, place)


def _first_term(store: Store, union: Union) -> int | None:
    return next((one.id for one in store.find(UnionTerm, union=union.id)), None)


def _count(store: Store, election: Election, valid: int, place: int) -> None:
    for seat, against in enumerate((1, 2, 3, valid // 2 + 8)):
        store.save(
            Candidate(
                election=election.id,
                number=seat + 1,
                person_name=person(700 + place * 4 + seat),
                sex="2" if seat == 2 else "1",
                birth=PartialDate(1975 + seat * 3, 1 + seat),
                politics="01" if seat == 0 else "13",
                post_title=("副总经理", "车间主任", "会计", "班组长")[seat],
                yes=valid - against,
                no=against - 1,
                abstain=1,
            )
        )


def _appoint(store: Store, unions: list[Union]) -> None:
    for place, union in enumerate(unions):
        term = max(store.find(UnionTerm, union=union.id), key=_session, default=None)
        held = (CHAIR, MEMBER, AUDITOR, WOMEN) if place < 4 else (CHAIR, AUDITOR)
        for seat, position in enumerate(held):
            is_woman = position == WOMEN or (position == CHAIR and place % 4 == 2)
            number = 800 + place * 4 + seat
            born = date(1970 + number % 20, 1 + seat, 10 + place)
            store.save(
                Post(
                    union=union.id,
                    union_name=union.name,
                    term=term.id if term else None,
                    position=position,
                    person_name=union.chair if position == CHAIR else person(number),
                    sex="2" if is_woman else "1",
                    id_no=identity(born, number * 2 + (0 if is_woman else 1)),
                    birth=PartialDate(born.year, born.month),
                    nation="01",
                    politics="01" if seat == 0 else "13",
                    education="4",
                    title_in_unit=("副总经理", "办公室主任", "财务主管", "人事专员")[seat],
                    fulltime="1" if place == 1 and seat == 0 else "2",
                    phone=phone(6000 + number % 1000),
                    from_on=term.elected_on if term else None,
                    trained_in=2024 if place % 2 else None,
                )
            )
    store.save(
        Post(
            union_name=unions[0].parent_name,
            position=HIRED,
            person_name=person(302),
            sex="2",
            fulltime="4",
            from_on=date(2022, 7, 1),
            title_in_unit="工会工作站专干",
        )
    )


def _session(term: UnionTerm) -> int:
    return term.session_no or 0


def _certify(store: Store, unions: list[Union]) -> None:
    for place, union in enumerate(unions):
        term = max(store.find(UnionTerm, union=union.id), key=_session, default=None)
        if term is None or term.elected_on is None:
            continue
        issued = term.elected_on + timedelta(days=30)
        store.save(
            LegalCertificate(
                union=union.id,
                union_name=union.name,
                credit_code=union.credit_code,
                cert_no=f"云工法证字第{place + 1:05d}号",
                legal_person=union.chair,
                issued_on=issued,
                valid_to=term.expires_on,
                authority=f"{COUNTY}总工会",
            )
        )
