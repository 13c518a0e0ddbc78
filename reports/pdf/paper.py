"""The PDF that is being drawn: pages, shared forms, fonts in use and the document's particulars.

It uses reportlab's file objects without its canvas, which would describe fonts, forms and graphics
state anew for each page and keep every page's text until the end.
"""

import zlib
from collections.abc import Iterable
from typing import Any

from reports.pdf.embedding import EmbeddedFont
from reports.pdf.faces import Face, Role
from reports.pdf.ink import Ink

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A4_LANDSCAPE = (297 * MM, 210 * MM)


class Paper:
    """Sheets of one size; what is written goes to the current page."""

    def __init__(self, size: tuple[float, float], *, title: str, author: str) -> None:
        from reportlab.pdfbase import pdfdoc

        self.width, self.height = size
        self.pages = 0
        self._pdfdoc = pdfdoc
        # Without a word about it the file follows reportlab's own `invariant` setting.
        self._file = pdfdoc.PDFDocument(
            invariant=None, compression=1, lang="zh-CN", pdfVersion=(1, 7)
        )
        self._file.setTitle(title)
        self._file.setSubject(title)
        self._file.setAuthor(author)
        self._file.setCreator("工会案头")
        # Printed at its own size, never fitted to the page.
        self._file.Catalog.ViewerPreferences = pdfdoc.ViewerPreferencesPDFDictionary()
        self._file.Catalog.ViewerPreferences["PrintScaling"] = "None"
        self._forms = pdfdoc.PDFDictionary({})
        self._resources = self._file.Reference(
            pdfdoc.PDFDictionary(
                {
                    "Font": pdfdoc.PDFObjectReference(pdfdoc.BasicFonts),
                    "XObject": self._file.Reference(self._forms, "forms"),
                }
            ),
            "resources",
        )
        self._media_box = pdfdoc.PDFArray([0, 0, round(self.width, 4), round(self.height, 4)])
        self._fonts: dict[str, EmbeddedFont] = {}
        self._inks: dict[tuple[Role, float], Ink] = {}
        self._written: list[str] = []

    def ink(self, role: Role, size: float) -> Ink:
        """Return the pen of a role and size."""
        key = (role, size)
        if key not in self._inks:
            self._inks[key] = Ink(role, size, self._embed)
        return self._inks[key]

    def write(self, operators: Iterable[str]) -> None:
        """Add PDF operators to the current page."""
        self._written.extend(operators)

    def stamp(self, form: str, x: float = 0, y: float = 0) -> None:
        """Draw a kept drawing with its origin at x, y of the current page."""
        self._written.append(f"q 1 0 0 1 {x:.4f} {y:.4f} cm/{form} Do Q")

    def keep(self, form: str, size: tuple[float, float], operators: Iterable[str]) -> None:
        """Keep a drawing that many pages show, under a name of plain letters."""
        entries = {
            "Type": self._pdfdoc.PDFName("XObject"),
            "Subtype": self._pdfdoc.PDFName("Form"),
            "BBox": self._pdfdoc.PDFArray([-1, -1, round(size[0]) + 1, round(size[1]) + 1]),
            "Resources": self._resources,
        }
        drawing = self._stream("\n".join(operators), entries)
        self._forms.dict[form] = self._file.Reference(drawing, f"form {form}")

    def end_page(self) -> None:
        """Finish the current page."""
        page = self._pdfdoc.PDFPage()
        page.MediaBox = self._media_box
        page.Resources = self._resources
        page.Contents = self._stream("\n".join(self._written), {})
        self._file.addPage(page)
        self._written.clear()
        self.pages += 1

    def finish(self) -> bytes:
        """Return the whole file."""
        data: bytes = self._file.GetPDFData(None)
        return data

    def _stream(self, operators: str, entries: dict[str, object]) -> Any:  # noqa: ANN401
        filtered = {**entries, "Filter": self._pdfdoc.PDFName("FlateDecode")}
        content = zlib.compress(operators.encode("ascii"))
        return self._pdfdoc.PDFStream(self._pdfdoc.PDFDictionary(filtered), content)

    def _embed(self, face: Face) -> EmbeddedFont:
        font = self._fonts.get(face.name)
        if font is None:
            font = self._fonts[face.name] = EmbeddedFont(face, len(self._fonts) + 1)
            self._file.delayedFonts.append(font)
        return font
