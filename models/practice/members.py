"""Practice records: members, what changes in their membership, and transfers."""

from models.store import Store


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    del store
