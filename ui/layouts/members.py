"""Forms of members."""

from ui.layouts.base import Layouts

LAYOUTS: Layouts = {}
