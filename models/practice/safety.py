"""Practice records: safety contests, checks, hazards, training and health."""

from models.store import Store


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    del store
