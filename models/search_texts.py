"""Many short texts, each kept once, that are searched for a part of them faster than one by one."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from itertools import accumulate, islice

from typing_extensions import override

from models.values.pinyin import (
    SURNAMES,
    full_pinyin,
    full_pinyin_of_all,
    initials,
    initials_of_all,
)

EXACT, BEGINS, HOLDS = 0, 1, 2
LONGEST_PERSON = 4
GROUP = 4
PERSONS_BETWEEN = "、"
_MARK = "\n"
# A name sounds in up to four ways, and each of them is a text.
_MANY, _PLENTY = 4, 2
_DENSE = 8


class Texts:
    """Distinct texts by number, and to whom each of them belongs."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._owners: list[int] = []
        self._further: dict[int, list[int]] = {}
        self._fresh: list[str] = []
        self._pieces: list[str] = []
        self._starts: list[int] = [1]
        self._text = ""
        self._known: dict[str, bool] = {}

    def add(self, text: str, owner: int) -> None:
        """Note that a text belongs to somebody; it must not hold a line feed."""
        number = self._numbers.get(text)
        if number is not None:
            self._further.setdefault(number, []).append(owner)
            return
        self._numbers[text] = len(self._owners)
        self._owners.append(owner)
        self._fresh.append(text)

    def settle(self) -> tuple[int, list[str]]:
        """Put what was added since into place; return it with the number of its first text."""
        fresh, self._fresh = self._fresh, []
        first = len(self._owners) - len(fresh)
        if fresh:
            self._pieces.append(_MARK.join(fresh))
            ends = accumulate((len(one) + 1 for one in fresh), initial=self._starts[-1])
            self._starts[-1:] = ends
        return first, fresh

    def close(self) -> None:
        """Let nothing more be added; from now on the texts can be searched."""
        self._text = f"{_MARK}{_MARK.join(self._pieces)}{_MARK}"
        self._pieces.clear()

    def owners(self, number: int) -> tuple[int, ...]:
        """Return to whom a text belongs."""
        return (self._owners[number], *self._further.get(number, ()))

    def owners_of_all(self, numbers: Collection[int]) -> set[int]:
        """Return to whom any of these texts belongs."""
        found = {self._owners[number] for number in numbers}
        found.update(*(self._further[one] for one in numbers if one in self._further))
        return found

    def all_with(self, word: str) -> list[int]:
        """Return all texts that hold a word."""
        if not self._may_hold(word):
            return []
        if self._text.count(word) * _DENSE < len(self._owners):
            return [number for _, number in self._found(word, word)]
        texts = self._text[1:-1].split(_MARK)
        return [number for number, text in enumerate(texts) if word in text]

    def first_with(self, word: str, enough: int) -> list[tuple[int, int]]:
        """Return how well and which texts hold a word: all, or more than enough and the best."""
        if not self._may_hold(word):
            return []
        found: dict[int, int] = {}
        for closeness, number in self._found(word, word):
            found[number] = closeness
            if len(found) > enough * _PLENTY:
                self._add_close_ones(found, word, enough)
                break
        return sorted((closeness, number) for number, closeness in found.items())

    def _add_close_ones(self, found: dict[int, int], word: str, enough: int) -> None:
        if word in self._numbers:
            found[self._numbers[word]] = EXACT
        beginning = islice(self._found(f"{_MARK}{word}", word), enough * _MANY)
        found.update((number, closeness) for closeness, number in beginning)

    def _found(self, needle: str, word: str) -> Iterator[tuple[int, int]]:
        """Yield how well and which texts stand where a needle is found; each of them once."""
        starts, find = self._starts, self._text.find
        place = find(needle)
        while place >= 0:
            place += needle[0] == _MARK
            number = bisect_right(starts, place) - 1
            start, end = starts[number], starts[number + 1] - 1
            if place > start:
                yield HOLDS, number
            else:
                yield EXACT if end - start == len(word) else BEGINS, number
            place = find(needle, end)

    def _may_hold(self, word: str) -> bool:
        """Whether all characters of a word occur at all, which is remembered."""
        known = self._known
        for one in word:
            if one not in known:
                known[one] = one in self._text
            if not known[one]:
                return False
        return bool(word)


class Numbers(Texts):
    """Numbers of identity cards, telephones, papers: often named by their end, never by words.

    Where each group of four characters occurs is kept, for most parts of numbers are rare.
    """

    def __init__(self) -> None:
        super().__init__()
        self._by_group: defaultdict[str, array[int]] = defaultdict(partial(array, "i"))

    @override
    def add(self, text: str, owner: int) -> None:
        # Hardly a number is there twice; to look for it would cost more than to keep it.
        self._owners.append(owner)
        self._fresh.append(text)

    @override
    def settle(self) -> tuple[int, list[str]]:
        first, fresh = super().settle()
        groups = self._by_group
        for number, text in enumerate(fresh, first):
            for end in range(GROUP, len(text) + 1):
                groups[text[end - GROUP : end]].append(number)
        return first, fresh

    def each_with(self, word: str) -> Iterator[tuple[int, int]]:
        """Yield how well and which numbers hold a word, those that end so before the others."""
        if len(word) < GROUP:
            yield from self._found(word, word) if self._may_hold(word) else ()
            return
        inside = []
        for number in self._by_group.get(word[-GROUP:], ()):
            text = self._text[self._starts[number] : self._starts[number + 1] - 1]
            if text.endswith(word):
                yield BEGINS if len(text) > len(word) else EXACT, number
            elif word in text:
                inside.append((BEGINS if text.startswith(word) else HOLDS, number))
        yield from inside


def add_sounds(sounds: Texts, words: Iterable[tuple[int, str]]) -> None:
    """Note under the numbers of words how they sound: 全拼 and 首字母, surnames in both readings."""
    spoken = [(number, text) for number, text in words if not text.isascii()]
    texts = [text for _, text in spoken]
    for (number, text), whole, short in zip(
        spoken, full_pinyin_of_all(texts), initials_of_all(texts), strict=True
    ):
        for one in {whole, short, *_as_persons(text)}:
            if one:
                sounds.add(one, number)


def sounds_of(text: str) -> set[str]:
    """Return every way in which a text may be spelt in Latin letters."""
    return {full_pinyin(text), initials(text), *_as_persons(text)} - {""}


def _as_persons(text: str) -> tuple[str, ...]:
    """Return the spellings of names of people that begin with a surname of two readings."""
    if text[0] not in _SURNAMES and PERSONS_BETWEEN not in text:
        return ()
    persons = text.split(PERSONS_BETWEEN)
    if any(len(one) > LONGEST_PERSON or not one for one in persons):
        return ()
    return (
        "".join(full_pinyin(one, surname=True) for one in persons),
        "".join(initials(one, surname=True) for one in persons),
    )


_SURNAMES = frozenset(one[0] for one in SURNAMES)
