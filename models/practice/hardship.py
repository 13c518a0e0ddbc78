"""Practice records: households in hardship: files, reviews, pairing and aid."""

from models.store import Store


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    del store
