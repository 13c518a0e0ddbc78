"""Journeys run through the whole window."""

from tests.desk_fixtures import app, door, fresh, office, program, store, town_path, window

__all__ = ["app", "door", "fresh", "office", "program", "store", "town_path", "window"]
