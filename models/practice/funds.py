"""Practice records: union funds: rules, dues, what was paid, remitted and returned, receipts and budget."""

from models.store import Store


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    del store
