"""Many short texts, each kept once, that are searched for a part of them faster than one by one."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate

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
GROUP, STEP = 4, 2
PERSONS_BETWEEN = "、"
_MARK = "\n"
# A name sounds in up to four ways, and each of them is a text.
_MANY = 4
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
        self._numbers.clear()

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
            if len(found) > enough * _MANY:
                self._add_close_ones(found, word, enough)
                break
        return sorted((closeness, number) for number, closeness in found.items())

    def _add_close_ones(self, found: dict[int, int], word: str, enough: int) -> None:
        for needle in (f"{_MARK}{word}{_MARK}", f"{_MARK}{word}"):
            for taken, (closeness, number) in enumerate(self._found(needle, word)):
                found[number] = closeness
                if taken == enough * _MANY:
                    return

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

    Every second group of four characters, counted from the end, is kept with where it occurs:
    one of them is inside whatever has five characters.
    """

    def __init__(self) -> None:
        super().__init__()
        self._by_group: dict[str, list[int]] = {}

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
            for end in range(len(text), GROUP - 1, -STEP):
                groups.setdefault(text[end - GROUP : end], []).append(number)
        return first, fresh

    def each_with(self, word: str) -> Iterator[tuple[int, int]]:
        """Yield how well and which numbers hold a word, those that end so before the others."""
        yield from self._ending_with(word)
        if not self._may_hold(word):
            return
        if len(word) == GROUP:
            yield from self._in_groups(word, {word})
        if len(word) <= GROUP:
            yield from self._found(word, word)
            return
        yield from self._in_groups(word, {word[-GROUP:], word[-GROUP - 1 : -1]})

    def _in_groups(self, word: str, groups: set[str]) -> Iterator[tuple[int, int]]:
        for group in groups:
            for number in self._by_group.get(group, ()):
                text = self._at(number)
                if word in text:
                    yield _closeness(text, word), number

    def _ending_with(self, word: str) -> Iterator[tuple[int, int]]:
        for number in self._by_group.get(word[-GROUP:], ()) if _is_ending(word) else ():
            text = self._at(number)
            if text.endswith(word):
                yield _closeness(text, word), number

    def _at(self, number: int) -> str:
        return self._text[self._starts[number] : self._starts[number + 1] - 1]


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


def _closeness(text: str, word: str) -> int:
    if text.startswith(word):
        return EXACT if len(text) == len(word) else BEGINS
    return BEGINS if _is_ending(word) and text.endswith(word) else HOLDS


def _is_ending(word: str) -> bool:
    """Whether this is what people say of an identity or telephone number: its end."""
    return len(word) >= GROUP and word.isascii() and word[:-1].isdigit()


_SURNAMES = frozenset(one[0] for one in SURNAMES)
