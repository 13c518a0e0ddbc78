"""Programs that others use for the same work; those that are not installed are passed over."""

import json
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from tests.bench import sheet

LIBREOFFICE = "LibreOffice"
NOT_INSTALLED = "{} is not installed"


def libreoffice() -> str | None:
    """Return the command of LibreOffice, None when it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def is_installed(package: str) -> bool:
    """Whether a Python package is there."""
    return find_spec(package) is not None


def to_pdf(program: str, source: Path, folder: Path) -> tuple[str, ...]:
    """Return the command with which LibreOffice makes a PDF of a file, with a profile of its own."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ("--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder))
    return (program, profile, *options, str(source))


def write_roster_workbook(source: Path, target: Path) -> None:
    """Write the roster as a workbook that prints on landscape pages with a repeated header."""
    import xlsxwriter

    given = json.loads(source.read_text(encoding="utf-8"))
    book = xlsxwriter.Workbook(str(target), {"constant_memory": True})
    page = book.add_worksheet("台账")
    page.set_landscape()
    page.set_paper(9)
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)
    page.set_footer("第&P页/共&N页")
    plain = book.add_format({"border": 1, "font_size": sheet.TEXT, "font_name": "Noto Serif SC"})
    for place, (_, width, _) in enumerate(given["columns"]):
        page.set_column(place, place, width * 1.8)
    headings = [one[0] for one in given["columns"]]
    for number, row in enumerate([headings, *given["rows"], given["total"]]):
        page.write_row(number, 0, row, plain)
    book.close()


if __name__ == "__main__":
    write_roster_workbook(Path(sys.argv[1]), Path(sys.argv[2]))
