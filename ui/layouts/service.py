"""Forms of service."""

from ui.layouts.base import Layouts

LAYOUTS: Layouts = {}
