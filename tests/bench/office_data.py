"""Writes an office file of about so many units: python -m tests.bench.office_data COUNT OFFICE.db."""

import sys
from pathlib import Path

from models.records.units import Unit
from models.store import Store
from tests.bench.data import InventedUnit, invent_units
from tests.bench.unit_sheet import make_office


def fill(path: Path, count: int) -> None:
    """Make an office file with invented units."""
    make_office(path)
    with Store.open(path) as store, store.change("导入 企业台账.xlsx", kind="import"):
        store.insert_all([_record(one) for one in invent_units(count)])


def _record(unit: InventedUnit) -> Unit:
    return Unit(
        name=unit.name,
        credit_code=unit.credit_code,
        carrier_type="01",
        legal_person=unit.person,
        phone=unit.phone,
        contact=unit.contact,
        village=unit.village,
        address=f"{unit.village}工业路1号",
        main_business=f"{unit.trade}生产销售",
    )


if __name__ == "__main__":
    fill(Path(sys.argv[2]), int(sys.argv[1]))
