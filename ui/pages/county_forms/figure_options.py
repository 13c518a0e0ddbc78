"""Of which year and span a figure is, and how it is written."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.county_forms.sources import Source
from ui.look import theme
from ui.look.combo import CalmCombo
from ui.pages.county_forms.choices import YEARS_BACK, spans, styles


class FigureOptions(QWidget):
    """Three drop-downs that are there only for a figure."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._years, self._spans, self._styles = CalmCombo(), CalmCombo(), CalmCombo()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for years, words in YEARS_BACK:
            self._years.addItem(words, years)
        for code, words in spans():
            self._spans.addItem(words, code)
        for code, words in styles():
            self._styles.addItem(words, code)
        named = (
            ("哪一年的数", self._years),
            ("哪一段的数", self._spans),
            ("怎么写", self._styles),
        )
        for name, combo in named:
            combo.setAccessibleName(name)
            combo.setToolTip(name)
            combo.activated.connect(lambda _row: self.changed.emit())
            row.addWidget(combo, 1)
        self.hide()

    def show_source(self, source: Source) -> None:
        """Show what was said about a figure."""
        for combo, value in (
            (self._years, source.years_back),
            (self._spans, source.span),
            (self._styles, source.style),
        ):
            combo.setCurrentIndex(max(combo.findData(value), 0))

    def follow(self, source: Source | None) -> None:
        """Be there for a figure only; a proposal of last year's says so itself."""
        is_figure = source is not None and source.kind == "figure"
        self.setVisible(is_figure)
        if source is not None and source.years_back:
            self.show_source(source)

    def apply(self, source: Source) -> Source:
        """Return a source with what is said here about figures."""
        if source.kind != "figure":
            return source
        return replace(
            source,
            years_back=self._years.currentData(),
            span=self._spans.currentData(),
            style=self._styles.currentData(),
        )
