"""Practice records: contests, suggestions, patents, technical projects and model workers."""

from models.store import Store


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    del store
