"""The one style sheet of the window, made from the tokens of a theme."""

from collections.abc import Mapping
from string import Template

from resources import path
from ui.look.themes import Tokens

LARGEST = 40


def style_sheet(tokens: Tokens, points: Mapping[str, float], scale: float) -> str:
    """Return the style sheet in the colours of a theme, so many times as large as at 100 %."""
    ring = max(round(tokens.ring * scale), tokens.ring)
    sizes = {f"p{length}": round(length * scale) for length in range(1, LARGEST + 1)}
    # A focus ring is thicker than the border it takes the place of; the padding gives way by that.
    within = {
        f"f{length}": max(round(length * scale) - ring + 1, 0) for length in range(1, LARGEST)
    }
    pixels = {
        name: f"{size}px"
        for name, size in (sizes | within | {"ring": ring, "slack": ring - 1}).items()
    }
    fonts = {f"{name}_pt": f"{size * scale:.2f}pt" for name, size in points.items()}
    pictures = {
        "arrow_file": path(f"icons/{tokens.arrow}.svg").as_posix(),
        "tick_file": path("icons/tick.svg").as_posix(),
    }
    return Template(RULES).substitute(pixels | fonts | tokens.colours() | pictures)


RULES = """
QMainWindow, QDialog, QWidget[role="canvas"] { background: $canvas; }
QToolTip { color: $ink; background: $surface; border: 1px solid $edge; padding: $p4; }

QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: $p8; }
QFrame[role="door"] { background: $surface; border: 1px solid $line; border-radius: $p8; }
QFrame[role="door"]:hover { border-color: $link; }
QFrame[role="door"]:focus { border: $ring solid $link; }
QFrame[role="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="warn-box"] { background: $warn_back; border: 1px solid $line; border-radius: $p6; }
QFrame[role="warn-box"] QLabel { color: $warn; }
QFrame[role="error-box"] { background: $error_back; border: 1px solid $line; border-radius: $p6; }
QFrame[role="error-box"] QLabel { color: $error; }
QFrame[role="tint"] { background: $tint; border: none; border-radius: $p6; }
QWidget[role="surface"] { background: $surface; }

QLabel[role="title"] { font-size: $title_pt; font-weight: bold; }
QLabel[role="section"] { color: $muted; font-weight: bold; }
QLabel[role="label"], QLabel[role="muted"] { color: $muted; }
QLabel[role="help"] { color: $muted; font-size: $help_pt; }
QLabel[role="ok"] { color: $ok; }
QLabel[role="warn"] { color: $warn; font-size: $help_pt; }
QLabel[role="error"] { color: $error; font-size: $help_pt; }
QLabel[role="figure"] { color: $link; font-size: $figure_pt; font-weight: bold; }
QLabel[role="nothing"] { color: $muted; font-size: $figure_pt; }
QLabel[role="plain"] { font-size: $plain_pt; }
QLabel[role="mark"] { color: $accent; background: $tint; border-radius: $p4; padding: $p2 $p6; font-weight: bold; }

QPushButton {
    background: $surface; border: 1px solid $edge; border-radius: $p6;
    padding: $p6 $p12; min-height: $p20;
}
QPushButton:hover { background: $zebra; border-color: $muted; }
QPushButton:pressed { background: $canvas; }
QPushButton:focus { border: $ring solid $link; padding: $f6 $f12; }
QPushButton:disabled { color: $disabled; background: $canvas; border-color: $line; }
QPushButton[role="main"], QPushButton[role="large"] {
    background: $accent; border-color: $accent; color: $on_accent; font-weight: bold;
}
QPushButton[role="large"] { font-size: $plain_pt; padding: $p12 $p24; }
QPushButton[role="main"]:hover, QPushButton[role="large"]:hover {
    background: $accent_dark; border-color: $accent_dark;
}
QPushButton[role="main"]:focus, QPushButton[role="large"]:focus {
    border: 1px solid $accent; outline: $ring solid $on_accent; outline-offset: $p4; outline-radius: $p4;
}
QPushButton[role="main"]:focus { padding: $p6 $p12; }
QPushButton[role="large"]:focus { padding: $p12 $p24; }
QPushButton[role="main"]:disabled, QPushButton[role="large"]:disabled {
    background: $canvas; border-color: $line; color: $disabled;
}
QPushButton[role="link"] {
    background: transparent; border: 1px solid transparent; color: $link; text-align: left;
    padding: $p2 $p4; min-height: $p20;
}
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: $ring solid $link; padding: $f2 $f4; }
QPushButton[role="link"]:disabled { color: $disabled; }
QPushButton[role="choice"] { text-align: left; padding: $p12 $p16; font-size: $plain_pt; }
QPushButton[role="choice"]:focus { padding: $f12 $f16; }
QPushButton[role="section"] {
    background: transparent; border: none; border-bottom: 2px solid transparent; border-radius: 0;
    color: $muted; padding: $p4 $p8; min-height: $p20;
}
QPushButton[role="section"]:hover { color: $ink; }
QPushButton[role="section"]:checked { color: $ink; border-bottom-color: $accent; }
QPushButton[role="section"][state="error"] { color: $error; }
QPushButton[role="sub"] {
    background: transparent; border: 1px solid transparent; color: $muted;
    border-radius: $p12; padding: $p4 $p8; min-height: $p20;
}
QPushButton[role="sub"]:hover { color: $ink; }
QPushButton[role="sub"]:checked { background: $selection; color: $selected_link; }
QPushButton[role="sub"]:focus { border: $ring solid $link; padding: $f4 $f8; }
QPushButton[role="sub"]:checked:focus { border-color: $selected_link; }
QPushButton[role="bare"] {
    background: transparent; border: 1px solid transparent; color: $muted;
    border-radius: $p4; padding: $p2 $p6; min-height: $p20;
}
QPushButton[role="bare"]:hover { color: $ink; background: $zebra; }
QPushButton[role="bare"]:focus { border: $ring solid $link; padding: $f2 $f6; }
QPushButton[role="bare"]:disabled { color: $faded; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
    background: $surface; border: 1px solid $edge; border-radius: $p6;
    padding: $p5 $p8; selection-background-color: $link; selection-color: $surface;
}
QLineEdit, QComboBox, QSpinBox { min-height: $p20; }
QLineEdit { icon-size: $p16; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {
    border: $ring solid $link; padding: $f5 $f8;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QLineEdit:read-only {
    background: $canvas; color: $disabled;
}
QLineEdit[state="error"], QPlainTextEdit[state="error"] { border-color: $error; background: $error_back; }
QLineEdit[state="warn"], QPlainTextEdit[state="warn"] { border-color: $warn; background: $warn_back; }
QComboBox, QComboBox:focus { padding-right: $p24; }
QComboBox::drop-down { border: none; width: $p24; subcontrol-origin: border; subcontrol-position: center right; }
QComboBox::down-arrow { image: url($arrow_file); width: $p12; height: $p12; }
QCheckBox, QRadioButton {
    spacing: $p8; padding: $p4; border: 1px solid transparent; border-radius: $p4;
}
QCheckBox:focus, QRadioButton:focus { border: $ring solid $link; padding: $f4; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QAbstractItemView::indicator {
    width: $p16; height: $p16; border: 1px solid $edge; border-radius: $p4; background: $surface;
}
QAbstractItemView::indicator { width: $p12; height: $p12; }
QRadioButton::indicator { width: $p16; height: $p16; }
QTreeView::indicator { margin: 0 $p2 0 -$p2; }
QCheckBox::indicator:hover, QAbstractItemView::indicator:hover { border-color: $muted; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $link; border-color: $link; image: url($tick_file);
}

QTextEdit[role="paper"] { background: $surface; border: 1px solid $line; }
QPushButton::menu-indicator {
    image: url($arrow_file); width: $p12; height: $p12;
    subcontrol-origin: padding; subcontrol-position: center right; right: $p8;
}
QPushButton[role="menu"] { padding-right: $p28; }
QPushButton[role="icon"], QPushButton[role="icon"]:focus { padding-left: $p6; padding-right: $p6; }
QPushButton[role="icon"]::menu-indicator { image: none; width: 0; }

/* The ring takes the place of a margin, so that nothing moves when the focus comes. */
QListView, QTreeView, QTableView, QTextBrowser { margin: $slack; }
QListView:focus, QTreeView:focus, QTableView:focus, QTextBrowser:focus {
    margin: 0; border: $ring solid $link;
}
/* The paper has exactly the width of its letters. */
QTextEdit[role="paper"]:focus { border: 1px solid $link; }
QListView, QTreeView, QTableView, QTextBrowser {
    background: $surface; border: 1px solid $line; border-radius: $p8;
    selection-background-color: $selection; selection-color: $selected; outline: none;
}
QAbstractItemView { selection-background-color: $selection; selection-color: $selected; }
QListView[role="lines"]::item { padding: $p4; border: none; }
QListView::item:selected { background: $selection; color: $selected; }
QTableView { font-size: $table_pt; alternate-background-color: $zebra; gridline-color: transparent; }
QTableView[role="pane"] { margin: 0; border: none; border-radius: 0; }
QTableView[role="pane-names"] { margin: 0; border: none; border-radius: 0; border-right: 1px solid $edge; }
QTableView[role="pane-sums"] { margin: 0; border: none; border-radius: 0; border-top: 1px solid $edge; }
QTableView[role="pane-corner"] {
    margin: 0; border: none; border-radius: 0; border-top: 1px solid $edge; border-right: 1px solid $edge;
}
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: transparent; color: $muted; font-weight: bold; font-size: $table_pt;
    border: none; border-bottom: 1px solid $line; padding: $p8 $p8;
}
QHeaderView[role="letters"]::section {
    padding: 0 $p4; font-weight: normal; font-size: $help_pt; border-right: 1px solid $line;
}
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: $surface; border: none; }

QTabBar { background: $surface; border: none; qproperty-drawBase: 0; }
QTabBar::tab {
    background: $surface; color: $muted; border: none; border-bottom: 3px solid transparent;
    padding: $p10 $p16; min-height: $p20;
}
QTabBar::scroller { width: $p24; }
QTabBar QToolButton { background: $surface; border: 1px solid $line; }
QTabBar QToolButton:hover { background: $zebra; border-color: $muted; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { color: $link; }
QTabBar::tab:selected { color: $accent; font-weight: bold; border-bottom-color: $accent; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[role="clear"], QWidget[role="clear"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: $p12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $p12; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: $p4; margin: $p2; }
QScrollBar::handle:vertical { min-height: $p24; }
QScrollBar::handle:horizontal { min-width: $p24; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QCalendarWidget QAbstractItemView {
    border: none; background: $surface; color: $ink;
    selection-background-color: $link; selection-color: $surface;
}
QCalendarWidget QAbstractItemView:focus { border: none; }
QCalendarWidget QAbstractItemView:disabled { color: $edge; }
QSplitter::handle { background: transparent; }
QMenuBar { background: $surface; border-bottom: 1px solid $line; }
QMenuBar::item { padding: $p4 $p12; background: transparent; }
QMenuBar::item:selected { background: $selection; color: $selected; }
QMenu { background: $surface; border: 1px solid $edge; padding: $p4; }
QMenu::item { padding: $p6 $p24 $p6 $p12; }
QMenu::item:selected { background: $selection; color: $selected; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: $p4; }
QStatusBar { background: $surface; border-top: 1px solid $line; color: $muted; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: $p2 $p4; }
QProgressBar { background: $canvas; border: 1px solid $edge; border-radius: $p4; min-height: $p8; max-height: $p8; }
QProgressBar::chunk { background: $link; border-radius: $p4; }
QProgressBar[state="reached"]::chunk { background: $ok; }
QProgressBar[state="short"]::chunk { background: $accent; }

QSlider { min-height: $p16; }
QSlider::groove:horizontal { background: $edge; height: $p2; border-radius: 1px; }
QSlider::handle:horizontal {
    background: $surface; border: 1px solid $muted; border-radius: $p5;
    width: $p10; height: $p10; margin: -$p5 0;
}
QSlider::handle:horizontal:hover { border-color: $ink; }
QSlider::handle:horizontal:focus { background: $link; border-color: $link; }
QSlider:focus { border: $ring solid $link; border-radius: $p4; }
"""
