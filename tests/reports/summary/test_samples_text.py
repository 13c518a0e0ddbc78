"""The lists of an invented township make a text that tells what their own key counts."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.records.town import Town
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.planning import plan_import
from models.store import Store
from reports.summary.draft import Draft
from reports.summary.parts import DETAILED
from tests.reports.summary.golden import chapter_text, draft_at

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
LISTS = sorted(one for one in SAMPLES.iterdir() if one.is_file() and one.suffix != ".json")
KEY = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
TOLD = {
    "service": ("visit_units", "visit_times", "visit_talk", "issues", "issues_solved"),
    "hardship": ("hard_on_file", "hard_paired"),
    "rights": ("cases", "case_injury_heads"),
    "safety": (
        *("ankang_units", "ankang_people", "safety_checks", "safety_check_units"),
        *("train_sessions", "train_people"),
    ),
    "health": ("exam_people",),
    "culture": ("contest_people",),
    "funds": ("fund_months_full", "fund_tax_in", "fund_tax_rate"),
    "mutual": ("mi_units", "mi_people"),
    "work": ("receptions", "events_key"),
    "honours": ("honors_town", "media_upper", "outputs"),
}


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Draft]:
    town = Town(name="示例镇", union_name="示例镇总工会", parent_union="示例县总工会", year=2024)
    with Store.create(tmp_path_factory.mktemp("office") / "示例镇.db", town) as store:
        answers = Answers.from_json(KEY["clerk_answers"])
        for path in LISTS:
            commit_import(store, plan_import(store, path, answers=answers))
        yield draft_at(store, DETAILED)


@pytest.mark.parametrize("chapter", TOLD)
def test_every_figure_of_the_key_stands_in_its_chapter(draft: Draft, chapter: str) -> None:
    (section,) = [one for one in draft.sections if one.section.code == chapter]

    shown = {span.figure: span.text for paragraph in section.paragraphs for span in paragraph.spans}

    assert set(TOLD[chapter]) <= set(shown)
    for code in TOLD[chapter]:
        value = draft.facts.figures[code].value
        assert value is not None
        assert float(value) == KEY["figures"][code]["value"]
        assert shown[code]


@pytest.mark.parametrize(
    ("chapter", "said"),
    [
        ("service", "全年走访企业20多家、30多家次，与职工面对面交谈300多人次。"),
        ("hardship", "结对帮扶困难职工47人。"),
        ("rights", "为2人协调解决了工伤停工留薪期工资"),
        ("safety", "组织21家企业、1700余人参加“安康杯”竞赛。"),
        ("safety", "全年与镇安监办联合开展安全生产检查20多次，检查企业50多家次。"),
        ("safety", "举办安全生产培训班4期，培训职工1000余人次。"),
        ("health", "受检职工3600余人。"),
        ("culture", "组织知识竞赛、知识答卷2次，参加职工600多人次。"),
        ("funds", "全年12个月的工会经费全部足额上划"),
        ("funds", "圆满完成年度税务代征任务，完成率100%。"),
        ("mutual", "参加职工互助保障的单位有15家，覆盖职工1200余人。"),
        ("work", "3月13日，省总工会副主席高明远来我镇调研，"),
        ("work", "6月8日，市人大常委会副主任孔繁林来我镇视察，"),
        (
            "honours",
            "镇总工会被示例市总工会和示例市应急管理局授予“2024年度‘安康杯’竞赛优秀组织单位”称号。",
        ),
        ("honours", "图片报道《安全救援演练现场》在《人民代表报》一版报眼刊发。"),
    ],
)
def test_the_chapters_say_it_in_running_text(draft: Draft, chapter: str, said: str) -> None:
    assert said in chapter_text(draft, chapter)
