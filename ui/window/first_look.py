"""In which colours and how large the window comes up on a PC that has not chosen yet."""

from PySide6.QtGui import QPalette, QScreen

from ui import preferences
from ui.look import theme
from ui.look.themes import HIGH_CONTRAST, LIGHT, THEMES, Tokens, contrast

# A screen of this size shows every page at 100 %.
USUAL_WIDTH, USUAL_HEIGHT, USUAL_DOTS = 1920, 1080, 96
# Pure black and white are 21 to 1; the usual grey surfaces of systems stay below this.
PURE_CONTRAST = 20.0


def kept_tokens(system: QPalette) -> Tokens:
    """Return the colours chosen on this PC, else those that go with the system's."""
    chosen = THEMES.get(preferences.theme())
    return chosen or (HIGH_CONTRAST if is_high_contrast(system) else LIGHT)


def kept_zoom(screen: QScreen) -> float:
    """Return the size chosen on this PC, else one that goes with its screen."""
    kept = preferences.zoom()
    if kept in theme.ZOOMS:
        return kept
    size = screen.size()
    return proposed_zoom(size.width(), size.height(), screen.physicalDotsPerInch())


def proposed_zoom(width: int, height: int, dots_per_inch: float) -> float:
    """Return how large everything is shown at first on a screen of so many of Qt's pixels.

    Only a screen that has both more room and finer dots than a usual one needs more than 100 %. A
    14″ notebook with 1920×1080 has fine dots but no room to spare. Where the system itself enlarges,
    Qt counts enlarged pixels and dots, so nothing is enlarged twice.
    """
    within = min(width / USUAL_WIDTH, height / USUAL_HEIGHT, dots_per_inch / USUAL_DOTS)
    return max((one for one in theme.ZOOMS if one <= within), default=theme.ZOOMS[0])


def is_high_contrast(system: QPalette) -> bool:
    """Whether the system draws pure black and white, as its high-contrast settings do.

    Qt 6.8 does not tell the setting itself; ask QStyleHints for it once 6.10 is required.
    """
    role = QPalette.ColorRole
    pairs = ((role.WindowText, role.Window), (role.ButtonText, role.Button))
    return all(
        contrast(system.color(text).name(), system.color(ground).name()) > PURE_CONTRAST
        for text, ground in pairs
    )
