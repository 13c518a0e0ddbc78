"""Practice: two forms put aside half filled, which no figure counts."""

from collections.abc import Mapping
from datetime import date

from models.practice.names import TOWN, person
from models.records.drafts import Draft
from models.store import Store
from models.typed import TypedForm

YEAR = 2024


def add(store: Store) -> None:
    """Put aside a visit and a member."""
    visit = {
        "unit_name": f"{TOWN}供销合作社",
        "content": "了解年底工资发放情况，经理外出，改日补谈",
    }
    store.save(_draft("visit", visit["unit_name"], visit, ("走访日期",)))
    member = {"name": person(310), "id_no": "3703991985"}
    store.save(_draft("member", member["name"], member, ("证件号码",)))


def _draft(table: str, title: str, texts: Mapping[str, str], lacks: tuple[str, ...]) -> Draft:
    typed = TypedForm(table=table, record=None, title=title, texts=texts, base={})
    return Draft(
        table_name=table,
        title=typed.words,
        texts=typed.as_text(),
        missing=len(lacks),
        lacks="、".join(lacks),
        year=YEAR,
        changed_on=date(2024, 12, 30),
    )
