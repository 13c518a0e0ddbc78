"""Forms of negotiation."""

from ui.layouts.base import Layouts

LAYOUTS: Layouts = {}
