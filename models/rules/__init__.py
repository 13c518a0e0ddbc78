"""Checks across fields and records."""
