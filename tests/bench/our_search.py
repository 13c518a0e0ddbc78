"""What a clerk types into the search box of a large file: python -m tests.bench.our_search NAME FILE COUNT."""

import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles

from models.records.members import Member
from models.store import Store
from models.values.pinyin import full_pinyin, initials
from models.values.text import name_key

LIMIT = 50
# So long one step of reading ahead may take; the window must not feel it.
STEP = 0.03
COLUMNS = ("name", "id_no", "mobile", "unit_name")
LIKE = f"SELECT id FROM member WHERE {' OR '.join(f'{name} LIKE ?' for name in COLUMNS)}"
COMPARED = 60
LONGEST_PERSON = 4


def typed(store: Store, count: int) -> list[str]:
    """Return what stands in the box after each keystroke: names, sounds, ends of numbers, units."""
    chance = random.Random(7)
    members = store.all(Member)
    found: list[str] = []
    while len(found) < count:
        one = chance.choice(members)
        whole = chance.choice(
            (
                *(one.name, full_pinyin(one.name), initials(one.name), one.unit_name[4:8]),
                *(one.id_no[-4:], one.id_no[-6:], one.mobile[-4:], one.mobile[-8:]),
            )
        )
        found.extend(whole[: end + 1] for end in range(len(whole)))
    return found[:count]


def tell_ours(store: Store, texts: Sequence[str]) -> dict[str, float]:
    """Measure the reading ahead and every keystroke, and compare some with a plain look."""
    begun, steps, is_read = time.process_time(), [], False
    while not is_read:
        before = time.process_time()
        is_read = store.read_ahead(STEP)
        steps.append((time.process_time() - before) * 1e3)
    read = (time.process_time() - begun) * 1e3
    spent = _spent(texts, lambda text: store.search(text, ("member",), LIMIT))
    return {**spent, "read": read, "step": max(steps), "recall": _recall(store, texts)}


def tell_like(store: Store, texts: Sequence[str]) -> dict[str, float]:
    """Measure a plain LIKE over four columns."""
    return _spent(
        texts,
        lambda text: store.connection.execute(LIKE, [f"%{text}%"] * len(COLUMNS)).fetchall(),
    )


def _spent(texts: Sequence[str], search: Callable[[str], object]) -> dict[str, float]:
    spent = []
    for text in texts:
        before = time.process_time()
        search(text)
        spent.append((time.process_time() - before) * 1e3)
    return {"median": median(spent), "p95": quantiles(spent, n=20)[-1]}


def _recall(store: Store, texts: Sequence[str]) -> float:
    """Return which share of the members that mention a text is found."""
    rows = [(one.id or 0, _spellings(one)) for one in store.all(Member)]
    wanted = found = 0
    for text in random.Random(8).sample(texts, min(COMPARED, len(texts))):
        key = name_key(text)
        holding = {row for row, spellings in rows if key in spellings}
        wanted += len(holding)
        found += len(holding & store.matching_ids("member", text))
    return 100 * found / wanted


def _spellings(member: Member) -> str:
    values = [str(getattr(member, name)) for name in Member.about.search]
    found = [name_key(one) for one in values]
    for one in values:
        if not one.isascii():
            found += (full_pinyin(one), initials(one))
            if len(one) <= LONGEST_PERSON:
                found += (full_pinyin(one, surname=True), initials(one, surname=True))
    return "\n".join(found)


TELL = {"ours": tell_ours, "like": tell_like}


if __name__ == "__main__":
    with Store.open(Path(sys.argv[2]), read_only=True) as office:
        print(json.dumps(TELL[sys.argv[1]](office, typed(office, int(sys.argv[3])))))
