import hashlib
import io
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from models.summary.markup import Span
from reports.blocks import Document, Heading, Paragraph, Salutation, SignOff, Subtitle, Title
from reports.pdf.faces import CHAINS, MissingGlyph, Role, load_face, missing_glyphs, typeface
from reports.pdf.paper import A4, Paper
from reports.pdf.render import render
from resources import path
from tests.reports.pdf.reading import texts_of

RARE = "𬱖䶮㛃堃喆𬭎𠅤玥赟𫖯𫠊𬴂〇"
EXTENSIONS = "\u3400\U00020000\U0002a700\U0002b740\U0002b820\U0002ceb0\U0002ebf0"


def every_role() -> Document:
    blocks = (
        Title("标题" + RARE),
        Subtitle("副题" + RARE),
        Salutation("主送" + RARE),
        Heading("一、一级" + RARE, 1),
        Heading("（一）二级" + RARE, 2),
        Heading("1.三级" + RARE, 3),
        Paragraph((Span("正文" + RARE),)),
        SignOff("示例镇总工会", "2024年12月20日"),
    )
    return Document("字体", "official", blocks, "示例镇总工会")


def test_the_bundled_fonts_are_the_listed_ones() -> None:
    listed = dict(
        reversed(line.split("  ")) for line in path("fonts/SHA256SUMS").read_text().splitlines()
    )

    present = {file.name for file in path("fonts").glob("*.ttf")}
    assert present == set(listed)
    assert {name for chain in CHAINS.values() for name in chain} == present
    for name, digest in listed.items():
        assert hashlib.sha256(path(f"fonts/{name}").read_bytes()).hexdigest() == digest


def test_every_font_has_a_name_of_its_own() -> None:
    names = [load_face(name).name for name in {n for chain in CHAINS.values() for n in chain}]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("role", CHAINS)
def test_text_comes_back_from_every_role_with_rare_characters(role: Role) -> None:
    text = "姓名" + RARE + EXTENSIONS + "（“测试”）——2024·92.3%☑"
    paper = Paper(A4, title="", author="")
    ink = paper.ink(role, 12)

    paper.write([ink.place(ink.array(text), 60, 600)])
    paper.end_page()

    pdf = paper.finish()
    assert texts_of(pdf) == [text]
    assert "".join(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split()) == text


def test_more_glyphs_than_plain_codes_still_read_back() -> None:
    characters = [chr(code) for code in range(0x3400, 0x3400 + 8600)]
    characters = [char for char in characters if typeface("song").main.glyph(char)]
    characters += [chr(code) for code in range(0x4E00, 0x4E00 + 8600 - len(characters))]
    paper = Paper((5000, 5000), title="", author="")
    ink = paper.ink("song", 10)

    for row in range(0, len(characters), 100):
        line = "".join(characters[row : row + 100])
        paper.write([ink.place(ink.array(line), 20, 4900 - row / 5)])
    paper.end_page()

    assert texts_of(paper.finish()) == ["".join(characters)]


def test_every_font_is_embedded_and_helvetica_is_not_named() -> None:
    pdf = render(every_role()).pdf

    fonts = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"]
    assert len(fonts) >= 6
    for font in fonts.values():
        described = font.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in described["/FontDescriptor"].get_object()
    assert b"Helvetica" not in pdf


def test_the_file_names_itself_its_author_its_language_and_asks_for_full_size() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(every_role()).pdf))

    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("字体", "示例镇总工会")
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/PrintScaling"] == "/None"


def test_the_same_document_gives_the_same_bytes_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    from reportlab import rl_config

    monkeypatch.setattr(rl_config, "invariant", 1)

    assert render(every_role()).pdf == render(every_role()).pdf


def test_missing_glyphs_name_text_character_and_code_point() -> None:
    missing = missing_glyphs(["张伟", "王\ue81e", "李\U000323b0\u200b李"])

    assert missing == (
        MissingGlyph("王\ue81e", "\ue81e"),
        MissingGlyph("李\U000323b0\u200b李", "\U000323b0"),
    )
    assert [glyph.code_point for glyph in missing] == ["U+E81E", "U+323B0"]


def test_the_big_fallback_fonts_are_loaded_only_when_a_character_needs_them() -> None:
    load_face.cache_clear()
    typeface.cache_clear()

    assert typeface("fang").find("工") is not None
    assert load_face.cache_info().currsize == 1
    assert typeface("fang").find("\U00020000") is not None
    assert load_face.cache_info().currsize > 3


def test_licences_and_sources_travel_with_the_fonts() -> None:
    folder = path("fonts")

    assert (folder / "source" / "FandolFang-Regular.otf").stat().st_size > 1_000_000
    assert {file.name for file in Path(folder / "licences").iterdir()} == {
        "BabelStoneHan.txt",
        "Fandol.txt",
        "GPL-3.txt",
        "HanaMin.txt",
        "LXGWWenKai.txt",
        "NotoSC-OFL.txt",
    }


def test_reportlab_is_not_imported_before_something_is_drawn() -> None:
    code = "import sys, reports.pdf.render; sys.exit('reportlab' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
