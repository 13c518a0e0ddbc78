"""Practice records: activities, honours, publicity, receptions, the chronicle, meetings and plans."""

from models.store import Store


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    del store
