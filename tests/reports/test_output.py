"""Reports become files whole or not at all, and what is in the way is said in one sentence."""

import os
import sys
from pathlib import Path

import pytest

from models.errors import Problem
from models.periods import year_period
from models.store import Store
from reports.catalogue import find_report
from reports.files import write_whole
from reports.output import write_report
from tests.reports.pdf.reading import texts_of
from tests.reports.showing import sheet_rows

REQUEST = find_report("union-roster").request(year_period(2024))


def test_the_ending_of_the_name_chooses_the_format(town: Store, tmp_path: Path) -> None:
    pdf = write_report(town, "union-roster", REQUEST, tmp_path / "花名册.PDF")
    xlsx = write_report(town, "union-roster", REQUEST, tmp_path / "花名册.xlsx")

    assert "基层工会花名册" in texts_of(pdf.read_bytes())[0]
    assert sheet_rows(xlsx)[0][0] == "基层工会花名册"


@pytest.mark.parametrize("name", ["花名册.docx", "花名册.xls", "花名册"])
def test_another_ending_is_refused_and_the_possible_ones_named(
    town: Store, tmp_path: Path, name: str
) -> None:
    with pytest.raises(Problem, match=r"\.pdf、\.xlsx"):
        write_report(town, "union-roster", REQUEST, tmp_path / name)

    assert not (tmp_path / name).exists()


def test_a_certificate_is_not_a_workbook(town: Store, tmp_path: Path) -> None:
    request = find_report("certificate").request(year_period(2024))

    with pytest.raises(Problem, match="不能保存为“.xlsx”"):
        write_report(town, "certificate", request, tmp_path / "a.xlsx")


def test_an_older_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    write_whole(target, b"new")

    assert target.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="不存在"):
        write_whole(tmp_path / "没有" / "a.pdf", b"new")


def test_a_folder_of_that_name_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()

    with pytest.raises(Problem, match="是一个文件夹"):
        write_whole(tmp_path / "a.pdf", b"new")

    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]


def test_a_name_that_the_disk_refuses_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="短一些的文件名"):
        write_whole(tmp_path / f"{'长' * 100}.pdf", b"new")


@pytest.mark.skipif(sys.platform == "win32", reason="rights are set the POSIX way")
def test_a_file_that_may_not_be_replaced_keeps_its_content(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    tmp_path.chmod(0o500)

    try:
        with pytest.raises(Problem, match="请关闭打开它的程序"):
            write_whole(target, b"new")
    finally:
        tmp_path.chmod(0o700)
    assert target.read_bytes() == b"old"
