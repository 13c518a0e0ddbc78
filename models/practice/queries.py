"""Practice: a query that the clerk of the town keeps by name."""

from models.queries.conditions import Condition, Query
from models.queries.text import write_query
from models.records.members import Member
from models.records.queries import SavedQuery
from models.store import Store

NAME = "没留电话的女会员"


def add(store: Store) -> None:
    """Keep one query of two conditions on the members."""
    conditions = (Condition("sex", "is", "2"), Condition("mobile", "blank"))
    text = write_query(Query(Member, conditions, name=NAME))
    table = Member.about.table
    store.save(SavedQuery(table_name=table, name=NAME, conditions=text, position=1))
