"""A process that takes in damaged lists, so that it may end without ending what looks on."""

import tempfile
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from models.computer.memory import most_memory
from models.records.town import Town
from models.store import Store
from tests.fuzz.sheets import LONGEST_SECONDS, damaged, fault_of

MOST_MEGABYTES = 600
_PATIENCE = 3 * LONGEST_SECONDS


def faults(seeds: range) -> Iterator[tuple[int, str]]:
    """Yield the seeds that show a fault, with words about it."""
    remaining = list(seeds)
    while remaining:
        done = 0
        for fault in _faults_in_a_child(remaining):
            if fault:
                yield remaining[done], fault
            done += 1
        if done < len(remaining):
            yield remaining[done], "it ended the program, or never ended"
            done += 1
        remaining = remaining[done:]


def _faults_in_a_child(seeds: list[int]) -> Iterator[str]:
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(sender, seeds))
    child.start()
    sender.close()
    try:
        for _ in seeds:
            if not receiver.poll(_PATIENCE):
                return
            yield receiver.recv()
    except EOFError:
        return
    finally:
        child.kill()
        child.join()


def _work(sender: Connection, seeds: list[int]) -> None:
    town = Town(name="示例镇", union_name="示例镇总工会", parent_union="示例县总工会", year=2024)
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.create(Path(folder) / "示例镇.db", town) as store,
    ):
        for seed in seeds:
            sender.send(_fault(store, Path(folder), seed))


def _fault(store: Store, folder: Path, seed: int) -> str:
    one = damaged(Random(seed))
    path = folder / one.name
    path.write_bytes(one.content)
    try:
        fault = fault_of(store, path)
    except Exception as error:  # noqa: BLE001  (whatever flies out of an import is what we look for)
        fault = f"{type(error).__name__}: {error}"
    if not fault and (took := most_memory() // 1_000_000) > MOST_MEGABYTES:
        fault = f"it took {took} MB"
    return f"{one.how}: {fault}" if fault else ""
