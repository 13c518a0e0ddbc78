"""A county's form is kept, mapped, filled and handed up from the command line."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

import main
from models.records.reported import FiledPaper
from models.store import Store
from tests.county_form import Shape, write_form
from tests.town import TOWN

MAP = [
    {"cell": "D7", "source": "figure", "content": "unions_total"},
    {"cell": "A2", "way": "slot", "source": "setting", "content": "union_name"},
]


def run(*words: object) -> int:
    return main.main([str(word) for word in words])


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "台账.db"
    Store.create(path, TOWN).close()
    return path


def test_a_form_is_mapped_once_and_filled_next_year(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping = tmp_path / "对应.json"
    mapping.write_text(json.dumps(MAP), encoding="utf-8")
    blank = write_form(tmp_path / "2024.xlsx")
    shape = Shape(2025, "附表1", 2, 1, has_new_column=True, unit="填报单位(公章)")
    next_blank, out = write_form(tmp_path / "2025.xlsx", shape), tmp_path / "填好.xlsx"

    kept = run("fill", "--office", office, "--add", blank, "--map", mapping)
    done = run("fill", "--office", office, "--take", next_blank, "--out", out, "--file")

    assert (kept, done) == (0, 0)
    said = capsys.readouterr().out
    assert "对应了2处" in said
    assert f"已填好：{out}，填了2处" in said
    assert "“填报单位(盖章)”现在写作“填报单位(公章)”" in said
    sheet = load_workbook(out)["附表1"]
    assert (sheet["A4"].value, sheet["E10"].value) == ("填报单位(公章)：云溪镇总工会", 0)
    with Store.open(office) as store:
        (paper,) = store.all(FiledPaper)
    assert (paper.title, paper.file_name) == ("2025年示例县基层工会统计表", "填好.xlsx")


def test_an_unknown_form_and_a_wrong_mapping_are_refused_in_a_sentence(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "错.json"
    wrong.write_text('[{"cell": "第五行", "source": "figure"}]', encoding="utf-8")
    blank = write_form(tmp_path / "2024.xlsx")

    codes = (
        run("fill", "年报", "--office", office, "--out", tmp_path / "x.xlsx"),
        run("fill", "--office", office, "--add", blank, "--map", wrong),
    )

    assert codes == (1, 1)
    said = capsys.readouterr().err
    assert "没有叫“年报”的上级表格" in said
    assert "“第五行”不是单元格" in said
