"""Forms of safety."""

from ui.layouts.base import Layouts

LAYOUTS: Layouts = {}
