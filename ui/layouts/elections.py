"""Forms of elections."""

from ui.layouts.base import Layouts

LAYOUTS: Layouts = {}
