"""What a list leaves open and the clerk says once: words, names, and values that all rows share."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from models import codes
from models.fields import Choice, CreditCode, Flag, PersonId, fields_of
from models.lists.desk import Desk
from models.lists.kinds import Slot
from models.lists.resembling import resembling
from models.records import BY_TABLE
from models.records.base import Record
from models.records.unions import Union
from models.records.units import Unit
from models.sheets.body import Body
from models.sheets.columns import Values
from models.sheets.constants import linked_table
from models.sheets.headers import Header
from models.sheets.plan import Message, RowPlan
from models.sheets.questions import Question
from models.values.pinyin import full_pinyin

Words = Mapping[str, Mapping[str, str]]

# Names that are asked of one sheet; more are wrong columns rather than short names.
MOST_NAMES = 60
# A cell that only dashes fill is read as blank; so is a word that stands for nothing.
NOTHING_WRITTEN = "—"
YES_AND_NO = ("是", "否")
UNIT, UNION = Unit.about.table, Union.about.table
# The code under which other names of unions are kept among the words.
UNION_NAME = f"{UNION}.name"
_ASK_TO_FILL = "请填写"
# What the names of lists say besides whose they are.
_OF_LISTS = re.compile(
    r"\d+年?度?|[\s_（）()\-·、]|花名册|名册|名单|台账|登记表?|汇总表?|统计表?|采集表?|一览表?|情况|信息|"
    r"基层|工会|职工|会员|员工|工人|困难|集体合同|合同|工资|表|sheet|Sheet"
)


def ask_about_words(values: Sequence[Values], body: Body, answered: Words) -> Iterator[Question]:
    """Yield the words of code tables that nobody knows, and those that were explained."""
    for one in values:
        if not isinstance(one.slot.field, (Choice, Flag)):
            continue
        texts: Counter[str] = Counter()
        for text, count in Counter(body.texts[one.slot]).items():
            texts[text.strip()] += count
        known = answered.get(one.slot.code, {})
        refused: Counter[str] = Counter()
        for place, notes in one.notes.items():
            if any(note.kind == "error" for note in notes):
                refused[body.texts[one.slot][place].strip()] += 1
        for word, count in texts.items():
            if word and (word in known or word in refused):
                yield Question(
                    "word",
                    one.slot.code,
                    one.column.heading,
                    word,
                    count,
                    _likely(one.slot, word),
                    answer=known.get(word, ""),
                )


def ask_about_values(
    header: Header, constants: Mapping[str, str], left_blank: Mapping[str, int]
) -> Iterator[Question]:
    """Yield the fields that no column fills but without which no row can be taken in.

    `left_blank` says for how many rows which label was asked for.
    """
    about = header.type.record
    missing = header.missing
    coded = map(header.type.slot_coded, constants)
    given = [slot for slot in coded if slot is not None]
    required = [
        slot
        for name, one in fields_of(about).items()
        if one.required
        and left_blank.get(one.label)
        and (slot := _named(about, name)) not in header.by_slot
    ]
    for slot in dict.fromkeys((*missing, *given, *required)):
        if tells_apart(slot):
            continue
        rows = left_blank.get(slot.field.label, 0)
        answer = constants.get(slot.code, "")
        yield Question("value", slot.code, slot.field.label, rows=rows, answer=answer)


def tells_apart(slot: Slot) -> bool:
    """Whether every row has another value here, so that none can hold for all of them."""
    is_own_name = slot.name == slot.record_type.about.titles[0] and not linked_table(slot)
    return is_own_name or isinstance(slot.field, (PersonId, CreditCode))


def ask_about_unit(
    header: Header, constants: Mapping[str, str], rows: Sequence[RowPlan]
) -> Iterator[Question]:
    """Yield whose list it is when no column and no title says so."""
    record_type = header.type.record
    slot = _named(record_type, "unit")
    is_shown = slot.name in record_type.about.columns and slot in header.type.slots
    is_told = slot in header.by_slot or slot in header.missing or slot.code in constants
    if not is_shown or is_told or _has_unit(rows):
        return
    yield Question("value", slot.code, slot.field.label, is_optional=True)


def likely_units(texts: Iterable[str], desk: Desk) -> tuple[str, ...]:
    """Return the units that the names of a list, of its sheet or of its file may mean."""
    names = names_of(UNIT, desk)
    cleaned = dict.fromkeys(_OF_LISTS.sub("", text) for text in texts)
    found = (one for text in cleaned if len(text) > 1 for one in resembling(text, names, most=2))
    return tuple(dict.fromkeys(found))


def _has_unit(rows: Sequence[RowPlan]) -> bool:
    records = (row.outcomes[0].after for row in rows if row.outcomes)
    return any(getattr(one, "unit", None) is not None for one in records)


def count_left_blank(messages: Iterable[Message]) -> Counter[str]:
    """Return how many rows lack which field, told from what was said about them."""
    return Counter(
        one.text.removeprefix(_ASK_TO_FILL)
        for one in messages
        if one.kind == "error" and not one.column and one.text.startswith(_ASK_TO_FILL)
    )


def _named(record_type: type[Record], name: str) -> Slot:
    """Return the slot of a field: a link is filled by the name beside it where there is one."""
    beside = f"{name}_name"
    return Slot(record_type, beside if beside in fields_of(record_type) else name)


def choices(slot: Slot) -> tuple[str, ...]:
    """Return all words that a field of a code table, or of yes and no, may hold."""
    if isinstance(slot.field, Choice):
        return tuple(line.name for line in codes.table(slot.field.codes).lines)
    return YES_AND_NO if isinstance(slot.field, Flag) else ()


def ask_about_names(
    unknown: Mapping[tuple[str, str], int], desk: Desk, aliases: Mapping[str, Mapping[str, str]]
) -> Iterator[Question]:
    """Yield the names of units and unions that are not found, with those that resemble them."""
    for table in (UNIT, UNION):
        answered = aliases.get(table, {})
        counted = Counter({name: n for (to, name), n in unknown.items() if to == table})
        left = [
            name
            for name, _count in counted.most_common()
            if name not in answered and desk.find_named(table, name, hints={}).ref is None
        ]
        known = names_of(table, desk)
        # In the order of the names, so that an answered one stays where it is.
        for name in sorted((*left[:MOST_NAMES], *answered)):
            answer = answered.get(name, "")
            likely = (answer,) if answer else tuple(resembling(name, known))
            yield Question("name", table, _label(table), name, counted[name], likely, answer=answer)


def names_of(table: str, desk: Desk) -> list[str]:
    """Return the names of all records of a table, as they would be after the import."""
    return _names(table, desk.shelf(BY_TABLE[table]).records.values())


def names_brought(table: str, desk: Desk) -> list[str]:
    """Return the names of the records of a table that the import adds."""
    return _names(table, (record for _ref, record in desk.shelf(BY_TABLE[table]).added()))


def _names(table: str, records: Iterable[Record]) -> list[str]:
    record_type = BY_TABLE[table]
    title = record_type.about.titles[0]
    shown = fields_of(record_type)[title].show
    return [name for one in records if (name := shown(getattr(one, title)))]


def _label(table: str) -> str:
    return BY_TABLE[table].about.label


def _likely(slot: Slot, word: str) -> tuple[str, ...]:
    """Return the words that a word resembles: in its sound, its letters, or as a part of them."""
    all_words = choices(slot)
    sound = full_pinyin(word)
    alike = [one for one in all_words if sound and full_pinyin(one) == sound]
    near = get_close_matches(word, all_words, n=3, cutoff=0.5)
    inside = [one for one in all_words if set(one) & set(word)]
    inside.sort(key=lambda one: -len(set(one) & set(word)) / max(len(one), 1))
    return tuple(dict.fromkeys((*alike, *near, *inside)))[:4]
