"""Empty lists and official forms are made from the command line."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

import main


def run(*words: object) -> int:
    return main.main([str(word) for word in words])


def test_an_empty_list_of_a_kind_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "会员空表.xlsx"

    code = run("template", "member", "--year", 2025, "--out", out)

    assert (code, capsys.readouterr().out) == (0, f"已生成空表：{out}\n")
    assert load_workbook(out).worksheets[0]["A1"].value == "2025年度会员信息采集表"


def test_an_official_form_is_made_empty_and_filled(tmp_path: Path) -> None:
    office, empty, filled = (tmp_path / name for name in ("练习镇.db", "空.xlsx", "填好.xlsx"))
    run("new", office, "--demo")

    made = run("template", "official-unions", "--office", office, "--out", empty)
    run("report", "official-unions", "--office", office, "--year", 2024, "--out", filled)

    blank, full = (load_workbook(one).worksheets[0] for one in (empty, filled))
    assert made == 0
    assert blank["A2"].value == full["A2"].value == "工会组织信息采集表"
    assert str(blank["A3"].value).startswith("填表单位（盖章）：")
    assert blank["A6"].value is None
    assert (full["A6"].value, full["L6"].value) == (1, str(blank["A3"].value).partition("：")[2])


def test_an_official_form_needs_no_office_file(tmp_path: Path) -> None:
    out = tmp_path / "会员.xlsx"

    run("template", "official-members", "--out", out)

    assert load_workbook(out).worksheets[0]["A3"].value == "填表单位（盖章）："


def test_an_unknown_kind_of_list_is_told_with_those_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("template", "花名册", "--out", tmp_path / "x.xlsx")

    complaint = capsys.readouterr().err
    assert code == 1
    assert "没有“花名册”这种台账" in complaint
    assert "member（会员信息采集表）" in complaint
    assert "official-unions（工会组织信息采集表（官方17列））" in complaint
