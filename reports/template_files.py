"""Empty lists by their names: the kinds of lists, and the official forms."""

from pathlib import Path

from models import clock
from models.errors import Problem
from models.lists.catalogue import BY_NAME
from models.lists.kinds import SheetType
from models.lists.official import FORMS, OfficialForm
from models.store import Store
from reports.official import FormPaper, paper_for, write_official
from reports.templates import write_template


def write_named_template(name: str, path: Path, year: int | None, office: Path | None) -> Path:
    """Save the empty list of that name; an office file says who fills an official form."""
    form = next((one for one in FORMS if one.name == name), None)
    if form is not None:
        if office is None:
            return write_official(path, FormPaper(form=form))
        with Store.open(office, read_only=True) as store:
            return write_official(path, paper_for(store, form, clock.today()))
    if name not in BY_NAME:
        offered: tuple[OfficialForm | SheetType, ...] = (*FORMS, *BY_NAME.values())
        known = "、".join(f"{one.name}（{one.label}）" for one in offered)
        raise Problem(f"没有“{name}”这种台账", f"可以是：{known}。")
    return write_template(BY_NAME[name], path, year or clock.today().year)
