"""The lists of hardship with what follows from local lines, and the steps a review leads to."""

from collections.abc import Sequence

from models import codes
from models.errors import Problem
from models.hardship import decide, fill_from_members
from models.records.base import Record
from models.records.hardship import Review
from models.records.hardship_file import HardshipFile
from models.rules.hardship import missing_of
from models.rules.hardship_category import category_words, lines_of, suggest_category
from ui import messages
from ui.lists.columns import NOTHING, CellText, Column
from ui.office import Office
from ui.page_spec import IMPORT_LIST, Action, PageSpec

CHOOSE_FIRST = "请先在列表中选中要办的记录，按住 Ctrl 可以多选"
MOST_NAMED = 12


def file_spec(office: Office) -> PageSpec:
    """Return the page of hardship files."""

    def say_missing(records: list[Record]) -> None:
        file = next((one for one in records if isinstance(one, HardshipFile)), None)
        if file is None:
            office.say(CHOOSE_FIRST)
            return
        missing = missing_of(file)
        named = "、".join(missing[:MOST_NAMED]) + ("等" if len(missing) > MOST_NAMED else "")
        words = f"还缺{len(missing)}项：{named}" if missing else "全国统一表的必填项已齐"
        office.say(f"“{file.person_name}”的档案{words}")

    def fill(records: list[Record]) -> None:
        pairs = [
            (one, fill_from_members(office.store, one))
            for one in records
            if isinstance(one, HardshipFile)
        ]
        altered = [after for before, after in pairs if after != before]
        if not altered:
            office.say("没有可以补算的：人口和收入都已填写，或者本人月收入还空着")
            return
        try:
            with office.store.change(f"补算家庭人口和收入 {len(altered)}户"):
                for one in altered:
                    office.store.save(one)
        except Problem as problem:
            messages.show_problem(None, problem)
            return
        office.say(f"已按家庭成员补算{len(altered)}户的人口和收入")

    return PageSpec(
        HardshipFile,
        advice=f"{IMPORT_LIST}一户一档，家庭成员在表单下方“相关”里登记。",
        can_import=True,
        leave_out=(
            *("sex", "id_no", "household_size", "income_per_head", "address", "phone", "cause"),
        ),
        more_columns=_file_columns,
        presets=lambda _office: {"status": "1"},
        actions=(
            Action("还缺哪些", "documents", say_missing),
            Action("补算收入", "good", fill),
        ),
    )


def review_spec(office: Office) -> PageSpec:
    """Return the page of reviews with the button that lets a decision change the file."""

    def carry_out(records: list[Record]) -> None:
        reviews = [one for one in records if isinstance(one, Review)]
        if len(reviews) != 1:
            office.say("请先在列表中选中一条复核")
            return
        try:
            file = decide(office.store, reviews[0])
        except Problem as problem:
            messages.show_problem(None, problem)
            return
        state = codes.table("hard_status").label(file.status)
        office.say(f"“{file.person_name}”的档案现在是“{state}”，可以用 Ctrl+Z 撤销")

    return PageSpec(
        Review,
        advice="每年至少复核一次。登记结论后点“落实结论”，档案就跟着脱困、销档或调类。",
        can_import=True,
        actions=(Action("落实结论", "good", carry_out),),
    )


def _file_columns(office: Office) -> Sequence[Column]:
    """Return what the income speaks for by the local lines, and how much of the form is blank."""
    lines = lines_of(office.store, None)

    def suggested(file: HardshipFile) -> CellText:
        found = suggest_category(file, lines)
        if not found:
            return CellText(NOTHING, "muted")
        return CellText(category_words(found), "" if found == file.category else "error")

    def missing(file: HardshipFile) -> CellText:
        count = len(missing_of(file))
        return CellText(f"缺{count}项", order=count) if count else CellText("齐", "ok", order=0)

    suggestion = [Column("建议类别", suggested, width=5)] if lines else []
    return (*suggestion, Column("必填", missing, width=4))
