"""Figures that split others by a code: honours by grade, cases by cause, venues by kind."""

from collections.abc import Collection, Iterator
from functools import partial

from models import codes
from models.codes import Code
from models.figures.defining import flow, stock
from models.figures.events import events_of, honours_of
from models.figures.figure import Count, Definition, Ledger, money_of, number_of
from models.figures.hardship import everything, given, on_file, standing
from models.figures.innovation import applied_patents, contests, under_way
from models.figures.rights import accepted, letters
from models.figures.service import venues
from models.records.activities import EventMoney
from models.records.aid import StudyAid
from models.records.base import Record
from models.records.diary import Reception
from models.records.honours import MediaReport, Output

# Kinds that have figures of their own in the area's module.
NAMED_VENUES = frozenset({"1", "2", "3"})
NAMED_CONTESTS = frozenset({"1"})
UNITS, PEOPLE = frozenset({"2", "3"}), frozenset({"4"})


def within(
    ledger: Ledger, record_type: type[Record], day: str, field: str, wanted: Collection[str]
) -> Count:
    """Return the records of the period in which a choice is one of some codes."""
    found = ledger.during(record_type, day)
    return number_of([one for one in found if getattr(one, field) in wanted])


def condolence_money(ledger: Ledger, source: str) -> Count:
    """Return what one source paid for the condolences of the period, in yuan."""
    events = {one.id for one in events_of(ledger, "is_condolence")}
    rows = ledger.all(EventMoney)
    return money_of([one for one in rows if one.event in events and one.source == source], "amount")


def received(ledger: Ledger, field: str, wanted: Collection[str]) -> Count:
    """Return the honours that the township's people received, by a choice."""
    found = honours_of(ledger, given=False)
    return number_of([one for one in found if getattr(one, field) in wanted])


def awarded(ledger: Ledger, holders: Collection[str]) -> Count:
    """Return the honours that the township gave to some kinds of holders."""
    return number_of([one for one in honours_of(ledger, given=True) if one.owner_kind in holders])


def students_of(ledger: Ledger, level: str) -> Count:
    """Return the students of one level of schooling whose aid was given in the period."""
    items = {one.id for one in standing(given(ledger, everything))}
    found = [one for one in ledger.all(StudyAid) if one.item in items and one.level == level]
    return Count(len({one.student_id or (one.student, one.school) for one in found}), tuple(found))


def contests_of(ledger: Ledger, kind: str) -> Count:
    """Return the contests of one kind."""
    return number_of(contests(ledger, kinds=frozenset({kind})))


def cases_of(ledger: Ledger, field: str, code: str) -> Count:
    """Return the accepted cases in which a choice is one code."""
    return number_of([one for one in accepted(ledger) if getattr(one, field) == code])


def _lines(table: str, without: Collection[str] = ()) -> Iterator[Code]:
    return (one for one in codes.table(table).lines if one.code not in without)


def _of_honours() -> Iterator[Definition]:
    received_here = "本期授予本镇工会、单位、班组和个人的荣誉（不含本镇授予的）中"
    for line in _lines("grade"):
        count = partial(received, field="grade", wanted=frozenset({line.code}))
        basis = f"{received_here}级别为{line.name}的"
        yield flow(f"honors_grade_{line.code}", f"获得{line.name}荣誉", "项", count, basis=basis)
    for line in _lines("honour_holder"):
        count = partial(received, field="owner_kind", wanted=frozenset({line.code}))
        basis = f"{received_here}获得者类型为{line.name}的"
        label = f"{line.name}获得荣誉"
        yield flow(f"honors_holder_{line.code}", label, "项", count, basis=basis)
    for code, words, holders in (("units", "集体", UNITS), ("people", "个人", PEOPLE)):
        kinds = "、".join(codes.table("honour_holder").label(one) for one in sorted(holders))
        yield flow(
            f"honors_given_{code}",
            f"本镇表彰{words}",
            "项",
            partial(awarded, holders=holders),
            basis=f"本期由镇总工会授予的荣誉中获得者类型为{kinds}的",
        )
    for line in _lines("grade"):
        yield flow(
            f"media_grade_{line.code}",
            f"{line.name}媒体刊发",
            "篇",
            partial(
                within,
                record_type=MediaReport,
                day="published_on",
                field="level",
                wanted=frozenset({line.code}),
            ),
            basis=f"本期宣传报道中级别为{line.name}的",
        )


def _of_work() -> Iterator[Definition]:
    for line in _lines("output_kind"):
        yield flow(
            f"outputs_kind_{line.code}",
            f"资料制品：{line.name}",
            "种",
            partial(
                within,
                record_type=Output,
                day="done_on",
                field="kind",
                wanted=frozenset({line.code}),
            ),
            basis=f"完成日期在本期内、类别为{line.name}的资料制品",
        )
    for line in _lines("visitor_rank"):
        yield flow(
            f"receptions_rank_{line.code}",
            f"调研视察：{line.name}",
            "次",
            partial(
                within,
                record_type=Reception,
                day="received_on",
                field="rank",
                wanted=frozenset({line.code}),
            ),
            basis=f"本期登记的调研视察中来访级别为{line.name}的",
        )
    for line in _lines("money_source"):
        yield flow(
            f"condolence_from_{line.code}",
            f"慰问经费来自{line.name}",
            "元",
            partial(condolence_money, source=line.code),
            basis=f"本期慰问、送温暖、送清凉、助学活动登记的经费来源中来源为{line.name}的金额合计",
        )


def _of_innovation() -> Iterator[Definition]:
    for line in _lines("contest_kind", NAMED_CONTESTS):
        yield flow(
            f"comp_kind_{line.code}",
            f"开展竞赛：{line.name}",
            "项",
            partial(contests_of, kind=line.code),
            basis=f"竞赛比武中类型为{line.name}、开始日期在本期内的，一条算一项",
        )
    for code, kind in (("utility", "2"), ("design", "3")):
        name = codes.table("patent_kind").label(kind)
        yield flow(
            f"patents_{code}",
            f"申报{name}专利",
            "项",
            partial(_patents, kind=kind),
            basis=f"职工专利中类型为{name}、申请日期在本期内的，同一申请号只计一次",
        )
    for code, kind in (("problems", "3"), ("inventions", "5")):
        name = codes.table("tech_kind").label(kind)
        yield flow(
            f"tech_{code}",
            f"开展{name}",
            "项",
            partial(_tech, kind=kind),
            basis=f"技改革新中类别为{name}、工期与本期有重叠、阶段为实施及以后的",
        )


def _patents(ledger: Ledger, kind: str) -> Count:
    return number_of(applied_patents(ledger, kind))


def _tech(ledger: Ledger, kind: str) -> Count:
    return number_of(under_way(ledger, frozenset({kind})))


def _of_venues() -> Iterator[Definition]:
    for line in _lines("venue_kind", NAMED_VENUES):
        yield stock(
            f"venues_kind_{line.code}",
            f"职工阵地：{line.name}",
            "个",
            partial(_venues, kind=line.code),
            basis=f"截止日在用、类型为{line.name}的阵地",
        )


def _of_hardship() -> Iterator[Definition]:
    for line in _lines("hard_category"):
        yield stock(
            f"hard_category_{line.code}",
            f"在档困难职工：{line.name}",
            "户",
            partial(_on_file, category=line.code),
            basis=f"截止日在档的困难职工档案中困难类别为{line.name}的",
        )
    for line in _lines("study_level"):
        yield flow(
            f"aid_students_{line.code}",
            f"助学学生：{line.name}",
            "人",
            partial(students_of, level=line.code),
            basis=f"本期助学学生中学历层次为{line.name}的，同一学生计一人",
        )


def _venues(ledger: Ledger, kind: str) -> Count:
    return number_of(venues(ledger, kind))


def _on_file(ledger: Ledger, category: str) -> Count:
    return number_of([one for one in on_file(ledger) if one.category == category])


def _of_rights() -> Iterator[Definition]:
    for part, field, words, table in (
        ("source", "source", "来源", "case_source"),
        ("cause", "cause", "案由", "case_cause"),
    ):
        for line in _lines(table):
            yield flow(
                f"cases_{part}_{line.code}",
                f"受理劳动争议（{words}：{line.name}）",
                "件",
                partial(cases_of, field=field, code=line.code),
                basis=f"本期受理的维权个案中{words}为{line.name}的",
            )
    for line in _lines("law_letter_kind"):
        yield flow(
            f"law_letters_{line.code}",
            f"发出{line.name}",
            "件",
            partial(_letters, kind=line.code),
            basis=f"发出日期在本期内的一函两书中类型为{line.name}的",
        )


def _letters(ledger: Ledger, kind: str) -> Count:
    return number_of([one for one in letters(ledger) if one.kind == kind])


INNOVATION: tuple[Definition, ...] = tuple(_of_innovation())
SERVICE: tuple[Definition, ...] = tuple(_of_venues())
HARDSHIP: tuple[Definition, ...] = tuple(_of_hardship())
RIGHTS: tuple[Definition, ...] = tuple(_of_rights())
HONOURS: tuple[Definition, ...] = (*_of_honours(), *_of_work())
