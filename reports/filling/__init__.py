"""Filling a county's own workbook: only the mapped cells change, everything else stays as it is."""
