"""A form built and shown: python -m tests.bench.our_forms ours|dressed|bare FOLDER TIMES."""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_CONFIG_HOME"] = sys.argv[2]

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from models.fields import fields_of
from models.records.hardship import HardshipFile
from models.records.members import Member
from models.records.units import Unit
from tests.bench.warm import measure_warm
from tests.town import build_town
from ui.app import make_app
from ui.forms.form import RecordForm
from ui.layouts import LAYOUTS
from ui.office import Office

FORMS = {"hardship": HardshipFile, "member": Member, "unit": Unit}
WIDTH, HEIGHT = 700, 700


def show(form: QWidget) -> None:
    """Show a form until it is painted, then let it go."""
    form.resize(WIDTH, HEIGHT)
    form.show()
    QCoreApplication.processEvents()
    form.close()
    form.deleteLater()


def _show_one(make: Callable[[str], QWidget], name: str) -> None:
    show(make(name))


def bare(name: str) -> QWidget:
    """Return as many labels and lines as a form has fields, in two columns, without anything else."""
    body = QWidget()
    grid = QGridLayout(body)
    fields = fields_of(FORMS[name])
    for number, field in enumerate(LAYOUTS[FORMS[name]].names()):
        row, column = divmod(number, 2)
        grid.addWidget(QLabel(fields[field].label), row, column * 2)
        grid.addWidget(QLineEdit(), row, column * 2 + 1)
    scroll = QScrollArea()
    scroll.setWidget(body)
    scroll.setWidgetResizable(True)
    return scroll


def _ours(path: Path) -> Callable[[str], QWidget]:
    office = Office(build_town(path), 2024)
    return lambda name: RecordForm(FORMS[name], office)


def main(kind: str, folder: Path, times: int) -> None:
    """Build and show each form so many times and print the milliseconds of each."""
    app = make_app() if kind != "bare" else QApplication(["bare"])
    make: Callable[[str], QWidget] = bare
    if kind == "ours":
        make = _ours(Path(tempfile.mkdtemp(dir=folder)) / "town.db")
    told = {}
    for name in FORMS:
        measured = measure_warm(partial(_show_one, make, name), times=times)
        told |= {f"{name}_{what}": value for what, value in measured.items()}
    app.processEvents()
    sys.stdout.write(json.dumps(told))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
