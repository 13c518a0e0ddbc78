"""Forms of events."""

from ui.layouts.base import Layouts

LAYOUTS: Layouts = {}
