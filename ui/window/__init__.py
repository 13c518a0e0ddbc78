"""The one window: its frame, its bars, and how files come and go."""
