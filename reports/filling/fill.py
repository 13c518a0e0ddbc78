"""The county's workbook with the mapped cells filled."""

from pathlib import Path

from models.county_forms.filling import FillPlan


def filled(plan: FillPlan) -> bytes:
    """Return the form's own file with its mapped cells filled."""
    raise NotImplementedError


def save_filled(plan: FillPlan, path: Path) -> Path:
    """Write the filled form to a file, and return where it is."""
    raise NotImplementedError
