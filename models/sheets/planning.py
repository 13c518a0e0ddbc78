"""From a chosen file to the plan of its import; nothing is written."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from models.computer import sha256_of
from models.errors import Problem
from models.lists.catalogue import BY_NAME
from models.lists.desk import Desk
from models.lists.facts import Facts
from models.lists.frames import Frame
from models.lists.kinds import Given
from models.lists.official import WORD_LISTS
from models.reading import Refused
from models.records import RECORDS
from models.sheets.answers import Answers
from models.sheets.asking import (
    UNION,
    UNION_NAME,
    UNIT,
    ask_about_names,
    ask_about_unit,
    ask_about_values,
    ask_about_words,
    count_left_blank,
    likely_units,
)
from models.sheets.body import Body, read_body, told_examples
from models.sheets.collecting import no_garbage_search
from models.sheets.columns import Manner, is_ticked, read_columns
from models.sheets.constants import linked_table, read_constants
from models.sheets.day_columns import join_days
from models.sheets.double_columns import split_phones
from models.sheets.headers import Header
from models.sheets.labels import MOST_COLUMNS
from models.sheets.mending import with_mended_cells
from models.sheets.plan import ImportPlan, RowPlan, SheetPlan, SourceFile
from models.sheets.questions import Question
from models.sheets.recognising import RecognisedSheet, describe, lacking, recognise_all
from models.sheets.relinking import link_waiting
from models.sheets.remembering import Memory
from models.sheets.returned import REMARKS, without_marks
from models.sheets.rowing import Progress, SheetReader, Touched
from models.sheets.vocabulary import is_neutral, numbers_rows, slot_named
from models.sheets.workbook import Grid, Workbook, read_workbook
from models.store import Store
from models.store_imports import import_batches
from models.values.date_writings import WITHOUT_YEAR

ASK_YEAR = "没有写明是哪一年的，请先选定年度再导入"
# The sheet of our own empty lists that says how to fill them in.
INSTRUCTIONS = "填写说明"
HELPERS = frozenset({INSTRUCTIONS, WORD_LISTS, REMARKS})


@no_garbage_search()
def plan_import(
    store: Store,
    path: Path,
    *,
    as_type: str | None = None,
    year: int | None = None,
    answers: Answers | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """Return what importing a file would do; Problem when nothing in it can be read."""
    plan = examine_import(
        store, path, as_type=as_type, year=year, answers=answers, progress=progress
    )
    _refuse_if_nothing_was_read(plan)
    return plan


@no_garbage_search()
def examine_import(
    store: Store,
    path: Path,
    *,
    as_type: str | None = None,
    year: int | None = None,
    answers: Answers | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """Return what importing a file would do, also when the clerk has to say more before it does."""
    if as_type and as_type not in BY_NAME:
        names = "、".join(f"{one.name}（{one.label}）" for one in BY_NAME.values())
        raise Problem(f"没有“{as_type}”这种台账", f"可以是：{names}。")
    given = answers or Answers()
    path = Path(path)
    book = read_workbook(path)
    grids = [grid for grid in book.sheets if grid.name not in HELPERS] or list(book.sheets)
    grids = [without_marks(grid) for grid in grids]
    grids = [with_mended_cells(one, given.about(one.name).cells) for one in grids]
    grids = [split_phones(join_days(one)) for one in grids]
    memory = Memory(store, given.learnt)
    sheets = recognise_all(book, grids, as_type or "", given, memory)
    words = memory.words_with(given)
    desk = Desk(store, given.unit_aliases, union_aliases=words.get(UNION_NAME, {}))
    plan = ImportPlan(
        path=book.path,
        sheets=[one.plan for one in sheets],
        notices=book.notices,
        desk=desk,
        as_type=as_type,
        year=year,
        answers=given,
        seen_operation=last_operation(store),
        source=SourceFile(path.stat().st_size, sha256_of(path)),
    )
    plan.notices += _taken_before(store, plan)
    touched: list[Touched] = []
    for sheet in sorted(sheets, key=lambda one: one.rank):
        sheet.words = words
        if sheet.header:
            touched += _plan_sheet(book, sheet, sheet.header, plan, progress)
    waited = link_waiting(desk)
    for last in [one.plan for one in sheets if one.plan.rows][-1:]:
        last.notes.extend(waited)
    _forget_what_came_back(touched)
    _ask(sheets, desk, given)
    desk.remember_aliases()
    return plan


@no_garbage_search()
def plan_block(
    store: Store,
    book: Workbook,
    header: Header,
    *,
    year: int,
    given: Given,
    keeps_known: bool,
    progress: Progress | None = None,
) -> ImportPlan:
    """Return what taking in the only sheet of a book would do, when its header is known."""
    (grid,) = book.sheets
    facts = Facts()
    sheet = RecognisedSheet(grid, header, facts, SheetPlan(grid.name), given, keeps_known)
    plan = ImportPlan(
        path=book.path,
        sheets=[sheet.plan],
        notices=book.notices,
        desk=Desk(store, {}),
        as_type=header.type.name,
        year=year,
        answers=Answers(),
        seen_operation=last_operation(store),
    )
    if refusal := lacking(header, {}):
        sheet.plan.refusal = refusal
        return plan
    touched = _plan_sheet(book, sheet, header, plan, progress)
    sheet.plan.notes.extend(link_waiting(plan.desk))
    _forget_what_came_back(touched)
    return plan


def _taken_before(store: Store, plan: ImportPlan) -> tuple[str, ...]:
    """Say when the very same file was taken in before and not taken back."""
    found = import_batches(store.connection, plan.source.sha256)
    kept = next((one.operation.made_at for one in found if not one.operation.is_undone), "")
    day = f"{kept[:10]} {kept[11:16]}"
    return (f"这个文件在{day}导入过，内容没有变；已有的记录不会重复登记",) if kept else ()


def import_order(paths: Sequence[Path]) -> list[int]:
    """Return the places of files so that units and unions come before what names them."""
    if len(paths) == 1:
        return [0]
    ranks = {place: _file_rank(path) for place, path in enumerate(paths)}
    return sorted(ranks, key=lambda place: ranks[place])


def _file_rank(path: Path) -> int:
    try:
        book = read_workbook(path)
    except Problem:
        return len(RECORDS)
    return min(
        (one.rank for one in recognise_all(book, book.sheets, "", Answers())),
        default=len(RECORDS),
    )


def last_operation(store: Store) -> int:
    """Return the number of the store's latest operation."""
    found = store.operations(limit=1)
    return found[0].id if found else 0


def _plan_sheet(
    book: Workbook,
    sheet: RecognisedSheet,
    header: Header,
    plan: ImportPlan,
    progress: Progress | None,
) -> list[Touched]:
    year = plan.year or plan.answers.default_year
    frame = _frame(sheet, header, plan, year)
    describe(sheet.plan, sheet.grid, header)
    if plan.answers.work_year and frame.needs_year():
        year = plan.answers.work_year
        frame = _frame(sheet, header, plan, year)
        sheet.plan.notes.append(f"没有写明是哪一年的，按台账的工作年度{year}年登记，请核对")
    if frame.needs_year():
        sheet.plan.refusal = ASK_YEAR
        sheet.plan.needs_year = True
        return []
    body = read_body(sheet.grid, header)
    sheet.plan.skipped = body.skipped
    sheet.plan.notes += [*told_examples(body.skipped), *_left_out(sheet.grid, header, body)]
    if body.next_list is not None:
        sheet.plan.notes.append(
            f"第{body.next_list + 1}行起是另一张表，没有读取；请把它单独放到一个工作表里再导入"
        )
    manner = Manner(
        default_year=year or sheet.facts.year,
        counts_from_1904=book.counts_from_1904,
        value_map={**plan.answers.value_map, **sheet.words},
        money_unit=sheet.facts.money_unit,
    )
    values = read_columns(sheet.grid, header, body, manner)
    frame.ticked = frozenset(one.slot for one in values if is_ticked(one))
    reader = SheetReader(
        sheet.grid,
        header,
        body,
        values,
        frame,
        answers=plan.answers.about(sheet.grid.name),
        keeps_known=sheet.keeps_known,
    )
    sheet.plan.rows = list(reader.read(progress))
    sheet.plan.grid, sheet.plan.header = sheet.grid, header
    sheet.plan.questions = tuple(ask_about_words(values, body, sheet.words))
    sheet.unknown = frame.unknown
    _tell_twice(sheet.plan, reader.twice)
    sheet.plan.notes += [text for one in values for text in one.readings]
    sheet.plan.notes += [f"{text}（{count}行）" for text, count in reader.unseen.items()]
    sheet.plan.notes += reader.often
    if not sheet.plan.rows:
        sheet.plan.refusal = "；".join(("没有可导入的数据行", *told_examples(body.skipped)))
    return reader.touched


def _frame(sheet: RecognisedSheet, header: Header, plan: ImportPlan, year: int | None) -> Frame:
    constants = read_constants(header.type, sheet.layout.constants)
    return Frame(
        sheet_type=header.type,
        desk=plan.desk,
        facts=sheet.facts,
        year=sheet.facts.the_year(year),
        as_of=sheet.facts.as_of(year),
        sheet=sheet.grid.name,
        constants={
            **_constants(header, plan.answers.constants),
            **constants.values,
            **sheet.given,
        },
        fills=constants.names,
        mapped=frozenset(header.by_slot),
    )


def _constants(header: Header, answered: Mapping[str, str]) -> Given:
    found: Given = {}
    for name, text in answered.items():
        slot = slot_named(header.type, name)
        if slot is None or slot.record_type is not header.type.record:
            continue
        try:
            found[slot.name] = slot.field.parse(text).value
        except Refused as refusal:
            raise Problem(f"答案中“{name}”的固定值不对：{refusal}") from refusal
    return found


def _left_out(grid: Grid, header: Header, body: Body) -> list[str]:
    """Name the columns that are not read; one that waits for ink counts only when it is filled."""
    ignored = [
        one.heading
        for one in header.columns
        if not one.slot
        and not numbers_rows(one.heading)
        and not (
            is_neutral(one.heading)
            and not any(grid.text(row, one.index).strip() for row in body.rows)
        )
    ]
    notes = []
    if ignored:
        shown = "、".join(f"“{heading}”" for heading in ignored[:12])
        etc = f"等{len(ignored)}列" if len(ignored) > 12 else ""
        notes.append(f"没有读取的列：{shown}{etc}")
    if grid.width > MOST_COLUMNS:
        notes.append(f"第{MOST_COLUMNS}列以后的内容没有读取")
    return notes


def _ask(sheets: Sequence[RecognisedSheet], desk: Desk, answers: Answers) -> None:
    """Put into the plans what the lists leave open, now that everything in them is known."""
    unions = answers.words.get(UNION_NAME, {})
    aliases = {
        UNIT: answers.unit_aliases,
        UNION: {word: meaning for word, meaning in unions.items() if meaning},
    }
    for sheet in sheets:
        plan = sheet.plan
        asked = list(plan.questions)
        if plan.needs_year or _lacks_years(plan):
            asked.append(Question("year", "", "年度"))
        if sheet.recognised is not None:
            told = (message for row in plan.rows for message in row.messages)
            constants = sheet.layout.constants
            values = [
                *ask_about_values(sheet.recognised, constants, count_left_blank(told)),
                *ask_about_unit(sheet.recognised, constants, plan.rows),
            ]
            asked += [_with_likely_unit(one, sheet, desk) for one in values]
        asked += ask_about_names(sheet.unknown, desk, aliases)
        plan.questions = tuple(asked)


def _lacks_years(plan: SheetPlan) -> bool:
    """Whether rows are refused because their days do not say in which year they are."""
    return any(
        one.kind == "error" and WITHOUT_YEAR in one.text
        for row in plan.rows
        if row.verdict == "error"
        for one in row.messages
    )


def _with_likely_unit(question: Question, sheet: RecognisedSheet, desk: Desk) -> Question:
    """Return a question after a unit with those that the titles may mean."""
    kind = sheet.recognised.type if sheet.recognised else None
    slot = kind.slot_coded(question.code) if kind else None
    if question.answer or slot is None or linked_table(slot) != UNIT:
        return question
    texts = (sheet.facts.reporter, sheet.facts.title, sheet.grid.name, sheet.file_name)
    return replace(question, likely=likely_units(texts, desk))


def _refuse_if_nothing_was_read(plan: ImportPlan) -> None:
    if any(one.rows for one in plan.sheets):
        return
    name = plan.path.name
    if not plan.sheets or all(one.refusal == "空的工作表" for one in plan.sheets):
        raise Problem(f"“{name}”里没有内容", "请检查是否选错了文件。")
    told = "；".join(f"“{one.sheet}”{one.refusal}" for one in plan.sheets if one.refusal)
    if all(one.needs_year for one in plan.sheets if one.record_type):
        asked = any(one.needs_year for one in plan.sheets)
        if asked:
            raise Problem(
                f"“{name}”{ASK_YEAR}", "窗口里在“没写年份的日期”处选；命令行加 --year 2024。"
            )
    raise Problem(f"“{name}”没有导入：{told}", "请检查是否选错了文件，或表头是否完整。")


def _forget_what_came_back(touched: Sequence[Touched]) -> None:
    """Call rows duplicates whose changes later rows of the file took back."""
    for one in touched:
        if all(
            entry.ref is not None and entry.shelf.is_as_before(entry.ref) for entry in one.entries
        ):
            _call_duplicate(one.plan)


def _call_duplicate(row: RowPlan) -> None:
    row.verdict = "duplicate"
    row.changes = ()


def _tell_twice(plan: SheetPlan, twice: Sequence[tuple[str, int]]) -> None:
    """Note at the first row of a record which later ones speak of it again."""
    first = {f"“{plan.sheet}”第{row.row}行": row for row in plan.rows} if twice else {}
    for source, row in twice:
        if source in first:
            first[source].again += (row,)
