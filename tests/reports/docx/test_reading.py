"""An edited summary tells which figures were changed by hand, and a hostile file is refused."""

import io
import json
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from main import main
from models.errors import Problem
from models.figures.catalogue import compute
from models.periods import year_period
from models.store import Store
from models.summary.markup import Span
from reports.blocks import Document, Heading, Imprint, Masthead, Paragraph, SignOff, Title
from reports.docx.differences import Difference
from reports.docx.reading import read_back
from reports.docx.telling import as_json, findings, in_words
from reports.docx.writing import render_docx
from reports.summary.annual import annual_summary
from tests.reports.docx.opening import W
from tests.town import build_town

PERIOD = year_period(2024)
DOCUMENT = Document(
    "工作总结",
    "official",
    (
        Masthead("示例镇总工会文件", "示例镇工发〔2024〕5号"),
        Title("示例镇总工会2024年工作总结"),
        Heading("1.组织建设", 3),
        Paragraph(
            (
                Span("2024年，全镇有企业"),
                Span("63家", "units"),
                Span("，自3月起集中5个月时间，签订率"),
                Span("92.3%", "rate"),
                Span("。"),
            )
        ),
        Paragraph((Span("年末仍有"), Span("63家", "units"), Span("，发放3条意见。"))),
        SignOff("示例镇总工会", "2024年12月20日"),
        Imprint("县总工会。", "示例镇总工会", "2024年12月20日"),
    ),
    "示例镇总工会",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "总结.docx"
    target.write_bytes(render_docx(DOCUMENT))
    return target


def edit(path: Path, change: Callable[[docx.document.Document], None]) -> Path:
    """Save the file again as another program does, with a change."""
    word = docx.Document(str(path))
    change(word)
    word.save(str(path))
    return path


def in_bookmark(word: docx.document.Document, name: str) -> object:
    """The run inside a bookmark."""
    (start,) = (
        one for one in word.element.iter(qn("w:bookmarkStart")) if one.get(qn("w:name")) == name
    )
    return start.getnext()


def set_text(run: object, text: str) -> None:
    run.find(qn("w:t")).text = text


def test_an_untouched_file_has_no_difference(path: Path) -> None:
    assert read_back(path) == []


def test_a_file_saved_again_has_no_difference(path: Path) -> None:
    assert read_back(edit(path, lambda word: word.add_paragraph("特此报告。"))) == []


def test_a_figure_that_was_typed_over_is_told_with_what_it_was(path: Path) -> None:
    edit(path, lambda word: set_text(in_bookmark(word, "units_2"), "64家"))

    assert read_back(path) == [
        Difference(
            kind="changed",
            bookmark="units_2",
            code="units",
            was="63家",
            now="64家",
            around="年末仍有64家",
        )
    ]


def test_a_figure_that_became_part_of_a_longer_number_was_changed(path: Path) -> None:
    edit(path, lambda word: set_text(in_bookmark(word, "units_1"), "163家"))

    (found,) = read_back(path)
    assert (found.kind, found.now) == ("changed", "163家")


def test_words_typed_beside_a_figure_inside_its_bookmark_change_nothing(path: Path) -> None:
    edit(path, lambda word: set_text(in_bookmark(word, "units_1"), "约63家左右"))

    assert read_back(path) == []


def test_a_deleted_bookmark_and_an_empty_one_are_lost_figures(path: Path) -> None:
    def change(word: docx.document.Document) -> None:
        set_text(in_bookmark(word, "units_1"), "")
        run = in_bookmark(word, "rate_1")
        run.getparent().remove(run.getprevious())

    found = read_back(edit(path, change))

    assert [(one.kind, one.code, one.was) for one in found[:2]] == [
        ("lost", "units", "63家"),
        ("lost", "rate", "92.3%"),
    ]
    # What stood in the deleted bookmark is now a number that belongs to nothing.
    assert [(one.kind, one.now) for one in found[2:]] == [("number", "92.3%")]


def test_a_number_typed_into_the_text_is_told_with_the_words_around_it(path: Path) -> None:
    edit(path, lambda word: word.add_paragraph("全年共慰问困难职工286人，2025年再接再厉。"))

    (found,) = read_back(path)
    assert (found.kind, found.now) == ("number", "286人")
    assert "慰问困难职工286人" in found.around


def test_numbers_that_stood_in_the_text_before_are_not_told_but_a_second_one_is(path: Path) -> None:
    edit(path, lambda word: word.add_paragraph("又集中5个月时间。"))

    assert [one.now for one in read_back(path)] == ["5个"]


def test_tracked_changes_are_read_as_if_they_were_accepted(path: Path) -> None:
    def change(word: docx.document.Document) -> None:
        run = in_bookmark(word, "units_1")
        deleted = parse_xml(f'<w:del {nsdecls("w")} w:id="90" w:author="x"/>')
        run.addprevious(deleted)
        deleted.append(run)
        inserted = parse_xml(
            f'<w:ins {nsdecls("w")} w:id="91" w:author="x"><w:r><w:t>65家</w:t></w:r></w:ins>'
        )
        deleted.addnext(inserted)

    (found,) = read_back(edit(path, change))
    assert (found.kind, found.was, found.now) == ("changed", "63家", "65家")


def test_a_figure_spread_over_several_runs_is_read_whole(path: Path) -> None:
    def change(word: docx.document.Document) -> None:
        run = in_bookmark(word, "units_1")
        set_text(run, "6")
        run.addnext(parse_xml(f"<w:r {nsdecls('w')}><w:t>3家</w:t></w:r>"))

    assert read_back(edit(path, change)) == []


def test_a_whole_summary_of_a_town_reads_back_without_a_difference(
    town: Store, tmp_path: Path
) -> None:
    path = tmp_path / "总结.docx"
    path.write_bytes(render_docx(annual_summary(town, PERIOD)))

    assert read_back(path) == []


def test_findings_name_the_figure_and_what_the_records_say_now(town: Store, tmp_path: Path) -> None:
    figures = compute(town, PERIOD, ["cb_rate"])
    rate = figures["cb_rate"]
    path = tmp_path / "总结.docx"
    text = Paragraph((Span("覆盖率"), Span(rate.text, rate.code)))
    path.write_bytes(render_docx(Document("总结", "official", (text,))))
    edit(path, lambda word: set_text(in_bookmark(word, "cb_rate_1"), "99%"))

    differences = read_back(path)
    (told,) = findings(differences, figures)

    assert told.cells[0] == "手工改动"
    assert told.label == rate.definition.label
    assert (told.was, told.now, told.current) == (rate.text, "99%", rate.exact)
    assert in_words([told]) == "共有1处需要核对：手工改动1处。"
    assert "没有手工改动" in in_words([])
    (plain,) = as_json(differences, figures)
    assert (plain["figure"], plain["was"], plain["now"]) == ("cb_rate", rate.text, "99%")


def rezipped(path: Path, name: str, content: bytes) -> Path:
    """The file with one part replaced."""
    with zipfile.ZipFile(path) as package:
        parts = {one: package.read(one) for one in package.namelist()}
    parts[name] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for one, data in parts.items():
            package.writestr(one, data)
    return path


def test_a_word_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("工作总结")
    word.save(str(tmp_path / "别的.docx"))

    with pytest.raises(Problem, match="不是本程序导出的总结"):
        read_back(tmp_path / "别的.docx")


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"%PDF-1.7", b"\xff" * 5000, "总结".encode()]
)
def test_what_is_no_word_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(content)

    with pytest.raises(Problem, match="不是完好的 Word 文件"):
        read_back(tmp_path / "a.docx")


def test_an_old_or_locked_file_says_how_to_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))

    with pytest.raises(Problem, match="另存为 .docx"):
        read_back(tmp_path / "a.docx")


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    for place in (tmp_path / "没有.docx", tmp_path):
        with pytest.raises(Problem, match="打不开"):
            read_back(place)


def test_a_zip_bomb_is_not_unpacked(path: Path) -> None:
    bomb = rezipped(path, "word/document.xml", b"<a>" + b" " * 90_000_000)
    assert bomb.stat().st_size < 1_000_000

    with pytest.raises(Problem, match="大得不合常理"):
        read_back(bomb)


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE a [<!ENTITY b "aaaaaaaaaa"><!ENTITY e "&b;&b;&b;&b;">]>',
    ],
)
def test_entities_are_refused_and_never_opened(path: Path, declaration: str) -> None:
    text = f"{declaration}<w:document xmlns:w='{W[1:-1]}'><w:t>&e;</w:t></w:document>"

    with pytest.raises(Problem, match="不是完好的 Word 文件"):
        read_back(rezipped(path, "word/document.xml", text.encode()))


def test_damage_of_any_kind_is_a_sentence_and_never_a_crash(path: Path, tmp_path: Path) -> None:
    whole, chance = path.read_bytes(), random.Random(4)
    damaged = tmp_path / "坏.docx"
    refused: list[str] = []

    for _ in range(150):
        content = bytearray(whole)
        for _ in range(chance.choice((1, 3, 30))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        damaged.write_bytes(content[: chance.choice((len(content), len(content) // 2))])
        try:
            read_back(damaged)
        except Problem as problem:
            refused.append(str(problem))

    # A byte in an idle corner of the package is no damage.
    assert 75 < len(refused) < 150
    assert all(one.startswith("“坏.docx”") for one in refused)


def test_parts_may_lie_elsewhere_than_we_put_them(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {one: package.read(one) for one in package.namelist()}
    parts["word/text.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"/word/text.xml")
    moved = io.BytesIO()
    with zipfile.ZipFile(moved, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    path.write_bytes(moved.getvalue())

    assert read_back(path) == []


def test_reading_changes_nothing(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / "原件.docx")

    read_back(path)

    assert path.read_bytes() == (tmp_path / "原件.docx").read_bytes()


def test_the_command_line_tells_the_differences_in_words_and_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office, path = tmp_path / "town.db", tmp_path / "总结.docx"
    build_town(office).close()
    words = ["--office", str(office), "--year", "2024"]
    assert main(["report", "annual-summary", *words, "--out", str(path)]) == 0
    edit(path, lambda word: word.add_paragraph("慰问职工286人。"))
    capsys.readouterr()

    assert main(["read-back", *words, str(path)]) == 0
    told = capsys.readouterr().out
    assert main(["read-back", *words, str(path), "--json"]) == 0
    (plain,) = json.loads(capsys.readouterr().out)

    assert told.startswith("共有1处需要核对：无出处的数字1处。")
    assert (plain["kind"], plain["now"]) == ("number", "286人")
    assert main(["read-back", *words, str(office)]) == 1
    assert "不是完好的 Word 文件" in capsys.readouterr().err
