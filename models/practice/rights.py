"""Practice records: cases of workers' rights, their steps, and letters of supervision."""

from models.store import Store


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    del store
