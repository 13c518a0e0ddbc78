"""Practice records: one negotiation from the offer to the check on performance."""

from models.store import Store


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    del store
