"""Practice records: mutual aid: plans, policies, the insured and claims."""

from models.store import Store


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    del store
