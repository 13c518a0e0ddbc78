"""Frozen steps from an empty file to today's shape."""
