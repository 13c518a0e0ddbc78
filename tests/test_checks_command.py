"""main.py checks: a summary or a text file, in words or as JSON."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import main
from models.records.reported import WordRule
from models.records.summary import SummaryText
from models.store import Store
from tests.town import build_town

Run = Callable[..., tuple[int, str, str]]
DAMAGED = "青禾镇总工会202x年总结\n签订率达到87。5%，效劳职工。\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command line; the answer is its code and what it wrote."""

    def call(*arguments: object) -> tuple[int, str, str]:
        code = main.main(["checks", *map(str, arguments)])
        written = capsys.readouterr()
        return code, written.out, written.err

    return call


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A closed office file of the test town."""
    path = tmp_path / "云溪镇.db"
    build_town(path).close()
    return path


def test_a_summary_with_nothing_wrong_is_right(run: Run, office: Path) -> None:
    code, said, _ = run("--office", office, "--year", 2024)

    assert code == 0
    assert said.startswith("逻辑正确")


def test_what_is_wrong_in_a_summary_is_listed(run: Run, office: Path) -> None:
    with Store.open(office) as store, store.change("修改总结"):
        store.save(SummaryText(year=2024, section="bargaining", words="为职工效劳。"))

    code, said, _ = run("--office", office, "--year", 2024)

    assert code == 0
    assert said.startswith("还有 1 处要看")
    assert any("“效劳”" in line and "改为“服务”" in line for line in said.splitlines())


def test_the_year_of_the_office_is_meant_without_a_year(run: Run, office: Path) -> None:
    assert run("--office", office) == run("--office", office, "--year", 2024)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_text_file_is_checked_whatever_wrote_it(run: Run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "总结.txt"
    path.write_bytes(DAMAGED.replace("\n", "\r\n").encode(encoding))

    code, said, _ = run("--text", path, "--json")
    found = json.loads(said)

    assert code == 0
    assert found["is_right"] is False
    assert [(one["rule"], one["words"]) for one in found["findings"]] == [
        ("year", "202x"),
        ("point", "87。5%"),
        ("word", "效劳"),
    ]
    assert all(DAMAGED[one["start"] : one["end"]] == one["words"] for one in found["findings"])


def test_a_text_is_measured_by_the_office_when_it_is_given(
    run: Run, office: Path, tmp_path: Path
) -> None:
    path = tmp_path / "总结.txt"
    path.write_text("白河镇总工会慰问了打工者。", encoding="utf-8")
    with Store.open(office) as store, store.change("用词规则"):
        store.save(WordRule(wrong="打工者", right="农民工"))

    bare = run("--text", path)
    measured = run("--text", path, "--office", office, "--year", 2024)

    assert bare[1] == "逻辑正确\n"
    assert measured[1].startswith("还有 2 处要看")
    assert "“白河镇”" in measured[1]
    assert "改为“农民工”" in measured[1]


def test_a_text_can_be_handed_over_as_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Typed:
        buffer = io.BytesIO("为职工效劳。".encode())

    monkeypatch.setattr(sys, "stdin", Typed)

    code, said, _ = run("--text", "-")

    assert (code, said.splitlines()[0]) == (0, "还有 1 处要看")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "没有说明检查什么"),
        (("--text", "missing.txt"), "打不开“missing.txt”"),
        (("--office", "missing.db"), "missing.db"),
    ],
)
def test_what_cannot_be_checked_is_said_in_one_sentence(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    code, _, complaint = run(
        *(tmp_path / one if one.startswith("missing") else one for one in arguments)
    )

    assert code == 1
    assert sentence in complaint
    assert len(complaint.strip().splitlines()) == 1


def test_a_file_that_is_no_text_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "图片.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\xff")

    code, _, complaint = run("--text", path)

    assert code == 1
    assert "不是文本文件" in complaint


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "“总结.txt”里没有文字"),
        ("\ufeff \r\n".encode(), "“总结.txt”里没有文字"),
        (b"1" * 1_000_001, "“总结.txt”太大，不像一份总结"),
        (b"\xff\xfe\x00", "“总结.txt”不是文本文件"),
    ],
    ids=["empty", "blank", "huge", "half a letter"],
)
def test_a_file_that_is_no_summary_is_refused(
    run: Run, tmp_path: Path, data: bytes, said: str
) -> None:
    path = tmp_path / "总结.txt"
    path.write_bytes(data)

    code, out, told = run("--text", path)

    assert (code, out) == (1, "")
    assert told.startswith(said)
