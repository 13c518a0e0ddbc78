"""Summaries as the file keeps them: marked-up text, settings, versions."""
