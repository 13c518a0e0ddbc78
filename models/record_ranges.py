"""Which records a figure counted, as short text: cb_contract:1-6,9;unit:4."""

from collections.abc import Iterable, Iterator

Key = tuple[str, int | None]


def ranges_of(keys: Iterable[Key]) -> str:
    """Return the tables and numbers of records as text, runs of numbers made short."""
    by_table: dict[str, set[int]] = {}
    for table, number in keys:
        by_table.setdefault(table, set()).add(number or 0)
    return ";".join(f"{table}:{_runs(numbers)}" for table, numbers in sorted(by_table.items()))


def ids_in(text: str) -> set[Key]:
    """Return the tables and numbers that such text names."""
    return set(_keys(text))


def holds(text: str, table: str, number: int) -> bool:
    """Whether such text names a record, without spelling all of them out."""
    for part in filter(None, text.split(";")):
        name, _, runs = part.partition(":")
        if name == table:
            return any(_within(number, run) for run in runs.split(","))
    return False


def _within(number: int, run: str) -> bool:
    first, _, last = run.partition("-")
    return int(first) <= number <= int(last or first)


def _keys(text: str) -> Iterator[Key]:
    for part in filter(None, text.split(";")):
        table, _, runs = part.partition(":")
        for run in runs.split(","):
            first, _, last = run.partition("-")
            for number in range(int(first), int(last or first) + 1):
                yield table, number


def _runs(numbers: set[int]) -> str:
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
