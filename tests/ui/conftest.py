"""Tests of the window share its fixtures."""

from tests.desk_fixtures import app, door, fresh, office, program, store, town_path, window

__all__ = ["app", "door", "fresh", "office", "program", "store", "town_path", "window"]
