"""Forms of innovation."""

from ui.layouts.base import Layouts

LAYOUTS: Layouts = {}
