"""DOCX: the summary as a Word file, opened by LibreOffice, against our PDF of the same summary."""

import os
import subprocess
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2

from models.periods import year_period
from models.practice import build_practice_town
from models.store import Store
from models.summary.papers import paper_of
from reports.blocks import Block, Document, Heading, Masthead, Paragraph, Salutation, SignOff, Title
from reports.docx.writing import render_docx
from reports.pdf.render import render
from reports.summary.annual import annual_summary
from resources import path
from tests.bench import peers
from tests.bench.rounds import Broken
from tests.bench.row import Outcome, Row, Scale
from tests.bench.table import Line

YEAR = 2024
HEADS = {"1": "plain", "2": "red head", "3": "preprinted head"}
# Our fonts under the names that the file asks for, so that every PC breaks the same lines.
FONTS = {
    "仿宋": "GH Fang",
    "楷体": "GH Kai",
    "黑体": "Noto Sans SC",
    "宋体": "Noto Serif SC",
    "方正小标宋简体": "Noto Serif SC Black",
}
ALIAS = """<match target="pattern"><test name="family"><string>{}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{}</string></edit></match>"""
CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{}</dir><cachedir>{}</cachedir>{}</fontconfig>"""


def measure(scale: Scale) -> Outcome:
    """Convert the practice town's summary with each head, and compare text and pages."""
    program = peers.libreoffice()
    if program is None:
        return Outcome([], [peers.NOT_INSTALLED.format(peers.LIBREOFFICE)])
    lines: list[Line] = []
    with build_practice_town(scale.folder / "town.db") as store:
        for head, name in HEADS.items():
            document = _summary(store, head)
            begun = time.process_time()
            content = render_docx(document)
            spent = (time.process_time() - begun) * 1e3
            file = scale.folder / f"summary{head}.docx"
            file.write_bytes(content)
            pages = abs(_pages(program, file, scale.folder) - render(document).pages)
            others = _differences(document.blocks, _said(program, file, scale.folder))
            lines += [
                Line(f"{name}: paragraphs that LibreOffice reads otherwise", others, 0, 0),
                Line(f"{name}: pages more or fewer than on paper", pages, 1, 0),
                Line(f"{name}: writing it", spent, None, 0, " ms"),
            ]
    return Outcome(lines)


def _summary(store: Store, head: str) -> Document:
    settings = replace(
        paper_of(store, YEAR),
        head=head,
        doc_no=f"青禾镇工发〔{YEAR}〕9号",
        addressee=store.town().parent_union,
        copy_to="青禾镇党委办公室",
    )
    with store.change("修改总结设置"):
        store.save(settings)
    return annual_summary(store, year_period(YEAR))


def _pages(program: str, file: Path, folder: Path) -> int:
    _convert(program, file, folder, "pdf")
    return len(pypdfium2.PdfDocument(file.with_suffix(".pdf").read_bytes()))


def _said(program: str, file: Path, folder: Path) -> list[str]:
    """Return the paragraphs that LibreOffice reads, without blanks."""
    _convert(program, file, folder, "txt:Text (encoded):UTF8")
    lines = file.with_suffix(".txt").read_text(encoding="utf-8-sig").splitlines()
    return [plain for plain in map(_plain, lines) if plain]


def _convert(program: str, file: Path, folder: Path, target: str) -> None:
    configuration = folder / "fonts.conf"
    aliases = "".join(ALIAS.format(*names) for names in FONTS.items())
    configuration.write_text(
        CONFIGURATION.format(path("fonts"), folder / "font-cache", aliases), encoding="utf-8"
    )
    command = list(peers.to_pdf(program, file, folder))
    command[command.index("pdf")] = target
    done = subprocess.run(
        command,
        env={**os.environ, "FONTCONFIG_FILE": str(configuration)},
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise Broken(f"LibreOffice could not convert {file.name}")


def _differences(blocks: Sequence[Block], said: Sequence[str]) -> int:
    """Return how many paragraphs of ours LibreOffice does not have, in order, as we wrote them."""
    wanted = list(_written(blocks))
    order = [one for one in said if one in set(wanted)]
    missing = sum((Counter(wanted) - Counter(said)).values())
    return missing + sum(mine != theirs for mine, theirs in zip(wanted, order, strict=False))


def _written(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Masthead(mark, number, _, is_preprinted):
                yield from map(_plain, [number] if is_preprinted else [mark, number])
            case Title(text) | Salutation(text) | Heading(text):
                yield from map(_plain, text.splitlines())
            case Paragraph():
                yield _plain(block.text)
            case SignOff(name, day):
                yield from map(_plain, (name, day))


def _plain(text: str) -> str:
    return "".join(text.split())


def _title(_scale: Scale) -> str:
    return "DOCX  the practice town's summary as a Word file, through LibreOffice"


ROW = Row("DOCX", _title, measure)
