"""Practice records: service to workers: visits, questionnaires, issues raised and venues."""

from models.store import Store


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    del store
