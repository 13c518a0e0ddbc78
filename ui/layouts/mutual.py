"""Forms of mutual."""

from ui.layouts.base import Layouts

LAYOUTS: Layouts = {}
