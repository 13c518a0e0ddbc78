"""Queries kept by name: each saving, renaming, moving and deleting is one step to undo."""

from dataclasses import replace

from models.errors import Problem
from models.queries.conditions import Query
from models.queries.presets import presets_of
from models.queries.text import read_query, write_query
from models.reading import Refused
from models.records import BY_TABLE
from models.records.base import Record
from models.records.queries import SavedQuery
from models.store import Store


def saved_queries(store: Store, record_type: type[Record]) -> list[SavedQuery]:
    """Return the queries kept for the records of a type, in the clerk's order."""
    return store.find(SavedQuery, table_name=record_type.about.table)


def query_of(saved: SavedQuery) -> Query:
    """Return what was kept; refused with its reason when it cannot be read any more."""
    record_type = BY_TABLE.get(saved.table_name)
    if record_type is None:
        raise Refused("这类记录已经没有了")
    return read_query(record_type, saved.conditions, name=saved.name)


def save_query(store: Store, query: Query, name: str) -> SavedQuery:
    """Keep a query by name; one of that name is kept anew."""
    kept = saved_queries(store, query.record_type)
    name = _checked(name)
    same = next((one for one in kept if one.name == name), None)
    if same is None:
        position = max((one.position or 0 for one in kept), default=0) + 1
        table = query.record_type.about.table
        same = SavedQuery(table_name=table, name=name, position=position)
    with store.change(f"保存查询 {name}"):
        return store.save(replace(same, conditions=write_query(query)))


def query_named(store: Store, record_type: type[Record], text: str) -> Query:
    """Return the query of that name, kept or ready, or the one that a JSON text stands for."""
    try:
        if text.lstrip().startswith("{"):
            return read_query(record_type, text)
        for one in saved_queries(store, record_type):
            if one.name == text:
                return query_of(one)
    except Refused as refused:
        raise Problem(f"查询读不出来：{refused}") from refused
    ready = presets_of(record_type)
    for query in ready:
        if query.name == text:
            return query
    kept = [one.name for one in saved_queries(store, record_type)]
    names = "、".join((*kept, *(one.name for one in ready)))
    raise Problem(f"{record_type.about.label}没有叫“{text}”的查询", f"有这些：{names}。")


def rename_query(store: Store, saved: SavedQuery, name: str) -> SavedQuery:
    """Give a kept query another name that no other one has."""
    name = _checked(name)
    if name == saved.name:
        return saved
    if store.find(SavedQuery, table_name=saved.table_name, name=name):
        raise Problem(f"已经有一个叫“{name}”的查询", "请换一个名称，或先删除那一个。")
    with store.change(f"改名查询 {saved.name} 为 {name}"):
        return store.save(replace(saved, name=name))


def delete_query(store: Store, saved: SavedQuery) -> None:
    """Drop a kept query; no record is touched."""
    with store.change(f"删除查询 {saved.name}"):
        store.delete(saved)


def move_query(store: Store, saved: SavedQuery, steps: int) -> None:
    """Move a kept query down among those of its type, or up with negative steps."""
    kept = saved_queries(store, BY_TABLE[saved.table_name])
    places = [one.id for one in kept]
    place = places.index(saved.id)
    to = min(max(place + steps, 0), len(kept) - 1)
    if to == place:
        return
    kept.insert(to, kept.pop(place))
    with store.change(f"移动查询 {saved.name}"):
        store.save_all([replace(one, position=n) for n, one in enumerate(kept, start=1)])


def _checked(name: str) -> str:
    name = name.strip()
    if not name:
        raise Problem("查询还没有名称", "请写一个以后认得出的名称，如：今年未走访的企业。")
    return name
