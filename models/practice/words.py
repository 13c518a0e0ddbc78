"""Practice word rules: two of the office's own, and one of the program's that it does not want."""

from models.records.reported import WordRule
from models.store import Store

RULES = (
    WordRule(wrong="打工者", right="农民工", reason="统一称农民工"),
    WordRule(wrong="工会小家", right="职工小家", reason="按县总工会的叫法"),
    WordRule(wrong="地税", reason="写历史沿革时要用旧名", is_off=True),
)


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    store.save_all(RULES)
