"""Forms of funds."""

from ui.layouts.base import Layouts

LAYOUTS: Layouts = {}
