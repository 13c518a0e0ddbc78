"""Rosters: lists on landscape sheets, each a function from the store to blocks."""
