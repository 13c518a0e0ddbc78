"""Forms of rights."""

from ui.layouts.base import Layouts

LAYOUTS: Layouts = {}
