"""The documents that the federation of the practice town sent out, numbered by their days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from models.practice.names import TOWN, person
from models.records.papers import Document
from models.store import Store

PREFIX = f"{TOWN}工发"
ALL_UNIONS = "各基层工会"


@dataclass(frozen=True, slots=True)
class Letter:
    """A document before it is registered; `union` is the name of the union it is about."""

    day: date
    kind: str
    title: str
    recipients: str
    matter: str = ""
    union: str = ""
    number: str = ""

    def is_about(self, union: str, day: date | None) -> bool:
        """Whether this is the reply to what a union did on a day."""
        return self.union == union and self.day == day


def own_letters(year: int) -> list[Letter]:
    """Return what the federation sent out in a year of its own accord."""
    return [
        Letter(date(year, 1, 15), "1", f"关于印发{year}年工会工作要点的通知", ALL_UNIONS),
        Letter(date(year, 2, 22), "2", f"{TOWN}区域性工资集体协商实施意见", ALL_UNIONS),
        Letter(date(year, 3, 6), "3", f"{year}年集中建会行动方案", ALL_UNIONS),
        Letter(date(year, 6, 24), "1", "关于开展非公企业法人数据库维护工作的通知", ALL_UNIONS),
        Letter(date(year, 12, 18), "4", f"关于表彰{year}年度工会工作先进的决定", ALL_UNIONS),
    ]


def numbered(letters: Iterable[Letter]) -> list[Letter]:
    """Return the letters by day, with a running number a year."""
    counts: dict[int, int] = {}
    found = []
    for letter in sorted(letters, key=lambda one: (one.day, one.title)):
        year = letter.day.year
        counts[year] = counts.get(year, 0) + 1
        found.append(replace(letter, number=f"{PREFIX}〔{year}〕{counts[year]}号"))
    return found


def number_of(letters: Iterable[Letter], year: int, words: str) -> str:
    """Return the number of the year's letter whose title holds the words."""
    return next(one.number for one in letters if one.day.year == year and words in one.title)


def save_letters(store: Store, letters: Iterable[Letter], unions: Mapping[str, int | None]) -> None:
    """Register the letters, with the union that a reply is about."""
    for letter in letters:
        store.save(
            Document(
                doc_no=letter.number,
                issued_on=letter.day,
                kind=letter.kind,
                title=letter.title,
                recipients=letter.recipients,
                matter=letter.matter,
                union=unions.get(letter.union),
                signed_by=person(300),
                drafted_by=person(301),
                copies=3 if letter.kind == "5" else 80,
                box=f"{letter.day.year}-1",
            )
        )
