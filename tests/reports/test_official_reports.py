"""The official forms as reports: of one union, for whose eyes, on paper and as a workbook."""

from pathlib import Path

import openpyxl
import pytest

from models.errors import Problem
from models.periods import year_period
from models.records.members import Member
from models.records.unions import Union
from models.store import Store
from models.values.dates import PartialDate
from reports.catalogue import find_report
from reports.output import write_report
from reports.pdf.render import render
from tests.reports.pdf.reading import texts_of
from tests.reports.showing import table_of

NUMBER, OTHER_NUMBER = "370399197804055810", "370399197804055802"


def test_the_report_saves_the_form_itself_and_shows_it_on_paper(
    empty_town: Store, tmp_path: Path
) -> None:
    _two_unions(empty_town)
    report = find_report("official-members")
    request = report.request(year_period(2024), values={"union": "示例甲厂工会"})

    saved = write_report(empty_town, report.name, request, tmp_path / "会员.xlsx")
    (paper,) = texts_of(render(report.document(empty_town, request)).pdf)

    page = openpyxl.load_workbook(saved).worksheets[0]
    assert page["A3"].value == "填表单位（盖章）：示例甲厂工会"
    assert [page.cell(row, 2).value for row in (5, 6)] == ["示例甲", None]
    assert page["H5"].value == NUMBER
    assert str(page.data_validations.dataValidation[0].formula1) == '"男,女"'
    assert "示例甲" in paper
    assert "示例乙" not in paper


def test_what_stays_in_the_office_masks_the_numbers_and_what_is_posted_leaves_them_out(
    empty_town: Store, tmp_path: Path
) -> None:
    _two_unions(empty_town)
    report = find_report("official-members")

    inside = report.document(empty_town, report.request(year_period(2024), profile="内部"))
    posted = report.request(year_period(2024), profile="公示")

    saved = write_report(empty_town, report.name, posted, tmp_path / "公示.xlsx")
    shown = table_of(report.document(empty_town, posted))
    assert NUMBER not in str(table_of(inside).rows)
    assert len(table_of(inside).columns) == 20
    assert [one.label for one in shown.columns if one.label in ("证件号码", "移动电话")] == []
    assert NUMBER not in str(shown.rows)
    assert openpyxl.load_workbook(saved).worksheets[0]["H5"].value is None


@pytest.mark.parametrize(
    ("name", "said"), [("没有的工会", "没有名称里有"), ("示例", "有2个工会的名称里有“示例”")]
)
def test_a_union_that_cannot_be_told_is_asked_for(empty_town: Store, name: str, said: str) -> None:
    _two_unions(empty_town)
    report = find_report("official-members")

    with pytest.raises(Problem, match=said):
        report.document(empty_town, report.request(year_period(2024), values={"union": name}))


def _two_unions(empty_town: Store) -> None:
    numbers = {"示例甲": NUMBER, "示例乙": OTHER_NUMBER}
    with empty_town.change("新增"):
        for name, number in numbers.items():
            union = empty_town.save(
                Union(name=f"{name}厂工会", org_type="10", founded_on=PartialDate(2020))
            )
            member = Member(name=name, id_no=number, union=union.id, joined_on=PartialDate(2020))
            empty_town.save(member)
