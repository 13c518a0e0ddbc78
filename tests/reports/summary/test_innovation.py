"""The chapter on contests and inventions joins what there is and leaves out what there is not."""

import pytest

from models.records.base import Record
from models.records.contests import Contest, ContestResult
from models.records.honoured import ModelPerson
from models.records.innovation import Patent, Suggestion, TechItem
from models.store import Store
from models.values.dates import PartialDate
from reports.summary.innovation import SECTION
from reports.summary.parts import STANDARD
from tests.reports.summary.speaking import lay, told

MAY = PartialDate(2024, 5, 6)


def contest(kind: str, **more: object) -> Contest:
    values = {"title": f"竞赛{kind}", "kind": kind, "unit_name": "甲厂", "started_on": MAY, **more}
    return Contest(**values)  # type: ignore[arg-type]


def suggestion(**more: object) -> Suggestion:
    values = {"unit_name": "甲厂", "suggested_on": MAY, "title": "改进", "quantity": 4, **more}
    return Suggestion(**values)  # type: ignore[arg-type]


def patent(number: int, kind: str = "1", **more: object) -> Patent:
    values = {"unit_name": "甲厂", "title": f"专利{number}", "kind": kind, **more}
    return Patent(**values)  # type: ignore[arg-type]


def item(kind: str, **more: object) -> TechItem:
    values = {"unit_name": "甲厂", "title": f"项目{kind}", "kind": kind, "started_on": MAY}
    return TechItem(**{**values, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ([contest("1")], "全年开展各类劳动和技能竞赛1项。"),
        ([contest("1", headcount=18)], "全年开展各类劳动和技能竞赛1项，参赛职工18人次。"),
        (
            [contest("3", sessions=2, headcount=18)],
            "全年开展各类劳动和技能竞赛1项，参赛职工18人次，举办技术比武2场次。",
        ),
        ([suggestion()], "职工提出合理化建议4条。"),
        ([suggestion(adopted_count=4)], "职工提出合理化建议4条，全部被企业采纳。"),
        (
            [suggestion(adopted_count=3, done_count=2)],
            "职工提出合理化建议4条，采纳3条、实施2条。",
        ),
        ([item("1", stage="2")], "实施技改工程1项。"),
        (
            [item("1", stage="2", invested=12_000_000), item("2", stage="2")],
            "实施技改工程1项、投资12万元，完成技术革新1项。",
        ),
        ([patent(1, "2", applied_on=MAY)], "申报专利1项。"),
        (
            [patent(1, "2", applied_on=MAY), patent(2, applied_on=MAY)],
            "申报专利2项，其中国家发明专利1项。",
        ),
        ([patent(1, applied_on=MAY), patent(2, applied_on=MAY)], "申报专利2项，均为国家发明专利。"),
        ([patent(1, granted_on=MAY)], "获得授权专利1项，为发明专利。"),
    ],
)
def test_a_clause_says_what_its_figures_bear(
    store: Store, records: list[Record], said: str
) -> None:
    lay(store, records)

    assert told(store, SECTION, level=STANDARD) == said


def test_prizes_and_benefits_stand_in_the_long_text(store: Store) -> None:
    (held,) = lay(store, [contest("1")])
    lay(store, [ContestResult(contest=held.id, person_name="张三", unit_name="甲厂", award="1")])
    lay(store, [suggestion(benefit=1_500_000)])

    text = told(store, SECTION)

    assert "通过竞赛，获得奖项或称号的职工1人次。" in text
    assert "合理化建议预计年创效益1.5万元。" in text


def test_model_workers_are_told_by_grade_where_there_are_several(store: Store) -> None:
    person = ModelPerson(
        person_name="张三", unit_name="甲厂", honour="劳动模范", grade="3", awarded_on=MAY
    )
    lay(store, [person])
    one_grade = told(store, SECTION)
    lay(
        store,
        [
            ModelPerson(
                person_name="李四",
                unit_name="乙厂",
                honour="劳动模范",
                grade="4",
                awarded_on=PartialDate(2019),
            )
        ],
    )

    assert one_grade == "全镇现有劳模先进1人，全年新获评1人次。"
    assert told(store, SECTION) == (
        "全镇现有劳模先进2人，全年新获评1人次。按最高称号分，市级1人、县级1人。"
    )
