"""Practice records: applications and replies, elections, offices held, and certificates of legal personality."""

from models.store import Store


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    del store
