"""An invented town to practise with, made by the same doors that the clerk's records use."""

from pathlib import Path

from models.history import SETUP
from models.practice import (
    bargaining,
    county_forms,
    drafts,
    elections,
    events,
    figures,
    filed,
    funds,
    hardship,
    innovation,
    layouts,
    letters,
    local,
    members,
    mutual,
    negotiation,
    papers,
    queries,
    rights,
    safety,
    service,
    unions,
    units,
    upkeep,
    words,
)
from models.practice.names import CITY, COUNTY, TOWN, UNION, person, phone
from models.records.town import Town
from models.store import Store


def build_practice_town(path: Path) -> Store:
    """Make an office file with the records of an invented town for 2023 and 2024, and return it open."""
    store = Store.create(path, _town())
    try:
        _fill(store)
    except BaseException:
        store.discard()
        raise
    return store


def _town() -> Town:
    return Town(
        name=TOWN,
        union_name=UNION,
        parent_union=f"{COUNTY}总工会",
        county=COUNTY,
        city=CITY,
        doc_prefix=letters.PREFIX,
        year=2024,
        chair=person(300),
        clerk=person(301),
        phone=phone(9000),
    )


def _fill(store: Store) -> None:
    with store.change("新建练习镇：单位", kind=SETUP):
        roll = units.save_units(store)
        units.save_headcounts(store, roll)
        units.save_aliases(store, roll)
    with store.change("新建练习镇：数据库维护", kind=SETUP):
        upkeep.save_upkeep(store, roll)
    plans = unions.plan_unions(roll)
    sent = letters.numbered(
        [
            *(letter for year in (2023, 2024) for letter in letters.own_letters(year)),
            *unions.founding_letters(plans),
            *unions.renewal_letters(plans),
        ]
    )
    with store.change("新建练习镇：工会和发文", kind=SETUP):
        saved = unions.save_unions(store, plans, sent)
        letters.save_letters(store, sent, {one.name: one.id for one in saved})
        unions.save_issued_items(store, plans, saved)
    with store.change("新建练习镇：集体协商", kind=SETUP):
        bargaining.save_campaigns(store, sent)
        bargaining.save_contracts(store, roll)
        bargaining.save_coverage(store, roll, saved)
    with store.change("新建练习镇：民主管理、任务和证书", kind=SETUP):
        papers.save_democracy(store, roll)
        papers.save_targets(store)
        papers.save_certificates(store, roll, sent)
        papers.save_paragraphs(store)
    with store.change("新建练习镇：各项工作", kind=SETUP):
        for add in _AREAS:
            add(store)


_AREAS = (
    local.add,
    words.add,
    members.add,
    elections.add,
    negotiation.add,
    innovation.add,
    hardship.add,
    rights.add,
    service.add,
    safety.add,
    mutual.add,
    funds.add,
    events.add,
    filed.add,
    figures.add,
    drafts.add,
    queries.add,
    layouts.add,
    county_forms.add,
)
