"""Every changed bit of a backup is noticed."""

import io
import json
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from models import backup
from models.errors import Problem
from models.office_file import OpenOffice

Rewriting = Callable[..., Path]


def sidecar_of(path: Path) -> Path:
    return path.with_name(path.name + ".sha256")


def flipped(raw: bytes, bit: int) -> bytes:
    changed = bytearray(raw)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_a_good_backup_tells_what_can_be_restored(copy: backup.Copy) -> None:
    verified = backup.verify(copy.path)

    assert verified.town == "示例镇"
    assert verified.counts == copy.counts
    assert verified.counts["unit"] == 3
    assert verified.operation == 1
    assert verified.sha256 == copy.sha256
    assert abs((verified.created - copy.made_at).total_seconds()) < 60
    assert verified.has_sidecar
    assert verified.notices == ()


def test_verifying_leaves_the_stick_as_it_is(copy: backup.Copy, stick: Path) -> None:
    before = {path.name: path.read_bytes() for path in stick.iterdir()}

    backup.verify(copy.path)

    assert {path.name: path.read_bytes() for path in stick.iterdir()} == before


def test_a_flipped_bit_in_any_region_of_the_archive_is_noticed(copy: backup.Copy) -> None:
    good = copy.path.read_bytes()
    bits = len(good) * 8
    heads = [good.index(word) for word in (b"PK\x03\x04", b"manifest.json", b"data.db", b"SQLite")]
    tail = good.index(b"PK\x01\x02")
    regions = [range(start * 8, start * 8 + 64) for start in heads]
    regions += [range(tail * 8, bits, 7)]
    chosen = {bit for region in regions for bit in region}
    chosen |= set(random.Random(9).sample(range(bits), 300))

    for bit in sorted(chosen):
        copy.path.write_bytes(flipped(good, bit))
        with pytest.raises(Problem, match="不可用"):
            backup.verify(copy.path)


def test_every_flipped_bit_of_the_checksum_file_is_noticed(copy: backup.Copy) -> None:
    sidecar = sidecar_of(copy.path)
    good = sidecar.read_bytes()

    for bit in range(len(good) * 8):
        sidecar.write_bytes(flipped(good, bit))
        with pytest.raises(Problem, match="不可用"):
            backup.verify(copy.path)


def test_without_the_checksum_file_it_says_so(copy: backup.Copy) -> None:
    sidecar_of(copy.path).unlink()

    verified = backup.verify(copy.path)

    assert not verified.has_sidecar
    assert "没有 .sha256 校验文件" in verified.notices[0]


def test_without_the_checksum_file_a_flipped_bit_of_the_data_is_still_noticed(
    copy: backup.Copy,
) -> None:
    sidecar_of(copy.path).unlink()
    good = copy.path.read_bytes()
    start, tail = good.index(b"SQLite"), good.index(b"PK\x01\x02")

    for bit in random.Random(5).sample(range(start * 8, tail * 8), 60):
        copy.path.write_bytes(flipped(good, bit))
        with pytest.raises(Problem, match="不可用"):
            backup.verify(copy.path)


def test_without_the_checksum_file_a_flipped_bit_of_the_container_changes_no_data(
    copy: backup.Copy,
) -> None:
    sidecar_of(copy.path).unlink()
    good = copy.path.read_bytes()
    members = members_of(copy.path)
    tail = good.index(b"PK\x01\x02")

    for bit in (*range(0, 400, 3), *range(tail * 8, len(good) * 8, 11)):
        copy.path.write_bytes(flipped(good, bit))
        if is_accepted(copy.path):
            assert members_of(copy.path) == members


def members_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def is_accepted(path: Path) -> bool:
    try:
        backup.verify(path)
    except Problem:
        return False
    return True


@pytest.mark.parametrize("keep_sidecar", [True, False])
def test_a_backup_cut_short_is_noticed(keep_sidecar: bool, copy: backup.Copy) -> None:
    good = copy.path.read_bytes()
    if not keep_sidecar:
        sidecar_of(copy.path).unlink()

    for length in (0, 1, 100, 4096, len(good) // 2, len(good) - 512, len(good) - 1):
        copy.path.write_bytes(good[:length])
        with pytest.raises(Problem, match="不可用"):
            backup.verify(copy.path)


def test_a_checksum_file_of_another_backup_is_named(copy: backup.Copy) -> None:
    renamed = copy.path.with_name("换了名字.ghbak")
    shutil.copyfile(copy.path, renamed)
    shutil.copyfile(sidecar_of(copy.path), sidecar_of(renamed))

    with pytest.raises(Problem, match="另一个文件名"):
        backup.verify(renamed)


def test_a_folder_is_no_backup(stick: Path) -> None:
    with pytest.raises(Problem, match="是一个文件夹"):
        backup.verify(stick)


def test_a_missing_backup_is_one_sentence(stick: Path) -> None:
    with pytest.raises(Problem, match="找不到备份"):
        backup.verify(stick / "没有.ghbak")


@pytest.fixture
def rewrite(copy: backup.Copy) -> Rewriting:
    """Pack the members of a good backup again, changed, and without a checksum beside it."""

    def pack(
        change: Callable[[dict[str, bytes]], dict[str, bytes]], packing: int = zipfile.ZIP_STORED
    ) -> Path:
        members = members_of(copy.path)
        sidecar_of(copy.path).unlink()
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", packing) as archive:
            for name, content in change(members).items():
                archive.writestr(name, content)
        copy.path.write_bytes(written.getvalue())
        return copy.path

    return pack


def told(members: dict[str, bytes], **changes: object) -> dict[str, bytes]:
    manifest = {**json.loads(members["manifest.json"]), **changes}
    return {**members, "manifest.json": json.dumps(manifest).encode()}


CHANGES: dict[str, Callable[[dict[str, bytes]], dict[str, bytes]]] = {
    "one more member": lambda members: {**members, "more.txt": b""},
    "a way out": lambda members: {**members, "../../escape.txt": b""},
    "a member missing": lambda members: {k: v for k, v in members.items() if k != "明文说明.txt"},
    "another order": lambda members: dict(sorted(members.items())),
    "another database": lambda members: {**members, "data.db": members["data.db"] + bytes(4096)},
    "no manifest": lambda members: {**members, "manifest.json": b""},
    "a list as manifest": lambda members: {**members, "manifest.json": b"[]"},
    "a huge manifest": lambda members: {**members, "manifest.json": b" " * (5 << 20)},
    "rows that are not there": lambda members: told(members, tables={}),
    "another program": lambda members: told(members, application_id=1),
    "tomorrow's format": lambda members: told(members, format=2),
    "text as a number": lambda members: told(members, operation="many"),
    "another schema": lambda members: told(members, schema_version=99),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_container_that_is_not_as_we_write_it_is_refused(name: str, rewrite: Rewriting) -> None:
    path = rewrite(CHANGES[name])

    with pytest.raises(Problem, match="不可用"):
        backup.verify(path)

    assert not (path.parent.parent.parent / "escape.txt").exists()


def test_packed_members_are_refused_before_they_are_unpacked(rewrite: Rewriting) -> None:
    path = rewrite(
        lambda members: {**members, "data.db": bytes(50 << 20)}, packing=zipfile.ZIP_DEFLATED
    )
    assert path.stat().st_size < 1 << 20

    with pytest.raises(Problem, match="不是备份应有的样子"):
        backup.verify(path)


def test_the_comparison_counts_now_and_then(
    office: OpenOffice, copy: backup.Copy, add_units: Callable[..., None]
) -> None:
    add_units(office.connection, "新单位", "又一个")

    differences = {
        difference.table: (difference.now, difference.then)
        for difference in backup.compare(office.connection, backup.verify(copy.path))
    }

    assert differences["unit"] == (5, 3)
    assert differences["operation"] == (2, 1)
    assert differences["town"] == (0, 0)
