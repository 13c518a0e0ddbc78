"""Blocks to PDF; the only place that knows reportlab."""
