"""Forms of hardship."""

from ui.layouts.base import Layouts

LAYOUTS: Layouts = {}
