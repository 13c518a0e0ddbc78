"""The PDF that is being drawn: pages, shared forms, fonts in use and the document's particulars."""

from collections.abc import Iterable
from io import BytesIO
from types import SimpleNamespace

from reports.pdf.embedding import EmbeddedFont
from reports.pdf.faces import Face, Role
from reports.pdf.ink import Ink

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A4_LANDSCAPE = (297 * MM, 210 * MM)

# reportlab starts every page with a font; a dynamic one writes nothing, so no Helvetica is named.
_NO_FONT = "union-desk-none"


class Paper:
    """Sheets of one size; what is written goes to the current page."""

    def __init__(self, size: tuple[float, float], *, title: str, author: str) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfgen.canvas import Canvas

        pdfmetrics.registerFont(
            SimpleNamespace(
                fontName=_NO_FONT,
                _dynamicFont=1,
                _multiByte=0,
                face=SimpleNamespace(name=_NO_FONT),
            )
        )
        self.width, self.height = size
        self.pages = 0
        self._fonts: dict[str, EmbeddedFont] = {}
        self._inks: dict[tuple[Role, float], Ink] = {}
        self._file = BytesIO()
        self._canvas = Canvas(
            self._file, pagesize=size, pageCompression=1, initialFontName=_NO_FONT, lang="zh-CN"
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("工会案头")
        self._canvas.setSubject(title)
        self._canvas.setViewerPreference("PrintScaling", "None")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def ink(self, role: Role, size: float) -> Ink:
        """Return the pen of a role and size."""
        key = (role, size)
        if key not in self._inks:
            self._inks[key] = Ink(role, size, self._embed)
        return self._inks[key]

    def write(self, operators: Iterable[str]) -> None:
        """Add PDF operators to the current page."""
        self._canvas.addLiteral("\n".join(operators))

    def stamp(self, form: str, x: float = 0, y: float = 0) -> None:
        """Draw a form, made before or after, with its origin at x, y of the current page."""
        self._canvas.addLiteral(f"q 1 0 0 1 {x:.4f} {y:.4f} cm")
        self._canvas.doForm(form)
        self._canvas.addLiteral("Q")

    def form(self, name: str, size: tuple[float, float], operators: Iterable[str]) -> None:
        """Keep a drawing that many pages show, between pages."""
        self._canvas.beginForm(name, -1, -1, size[0] + 1, size[1] + 1)
        self._canvas.addLiteral("\n".join(operators))
        self._canvas.endForm()

    def end_page(self) -> None:
        """Finish the current page."""
        self._canvas.showPage()
        self.pages += 1

    def finish(self) -> bytes:
        """Return the whole file."""
        self._canvas.save()
        return self._file.getvalue()

    def _embed(self, face: Face) -> EmbeddedFont:
        font = self._fonts.get(face.name)
        if font is None:
            font = self._fonts[face.name] = EmbeddedFont(face, len(self._fonts) + 1)
            # The list reportlab completes when it saves; there is no public way in.
            self._canvas._doc.delayedFonts.append(font)  # noqa: SLF001
        return font
