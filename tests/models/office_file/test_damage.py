"""Damage and foreign hands: found at the next opening, kept, and said."""

import json
import random
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from models import migrations, office_file
from models.errors import Problem


def damaged_copies(file: Path) -> list[Path]:
    return sorted(file.parent.glob("*.损坏_*.db"))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: raw + b"garbage",
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw[:-1],
        lambda raw: raw[:4096] + bytes(4096) + raw[8192:],
        lambda raw: bytes(4096) + raw[4096:],
        lambda raw: b"",
    ],
    ids=["trailing", "half", "one short", "zeroed page", "zeroed header", "emptied"],
)
def test_a_damaged_file_is_kept_aside_and_never_changed(
    spoil: Callable[[bytes], bytes], file: Path
) -> None:
    spoilt = spoil(file.read_bytes())
    file.write_bytes(spoilt)

    for _ in range(2):
        with pytest.raises(Problem, match="已损坏") as caught:
            office_file.open_office(file)

    (aside,) = damaged_copies(file)
    assert aside.name in caught.value.advice
    assert aside.read_bytes() == spoilt
    assert file.read_bytes() == spoilt


def test_a_lost_version_number_does_not_upgrade_a_full_file(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    raw[60:64] = bytes(4)
    file.write_bytes(raw)

    with pytest.raises(Problem, match="数据版本号已损坏"):
        office_file.open_office(file)


def test_a_schema_that_is_no_text_any_more_is_damage(file: Path) -> None:
    raw = file.read_bytes()
    spoilt = raw.replace(b'CREATE TABLE "unit" (', b'CREATE TABLE "unit\x91 (')
    assert spoilt != raw
    file.write_bytes(spoilt)

    with pytest.raises(Problem, match="已损坏"):
        office_file.open_office(file)


@pytest.mark.parametrize("seed", range(40))
def test_whatever_happens_to_the_bytes_is_refused_or_said(seed: int, file: Path) -> None:
    chance = random.Random(seed)
    raw = bytearray(file.read_bytes())
    within = 100 if seed % 2 else len(raw)
    for _ in range(chance.choice((1, 1, 20))):
        raw[chance.randrange(within)] ^= 1 << chance.randrange(8)
    file.write_bytes(raw)

    try:
        with office_file.open_office(file) as office:
            said: tuple[str, ...] = office.notices
    except Problem as problem:
        said = (problem.message,)

    assert said


def test_a_planted_trigger_is_found(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from models.backup.soundness import fingerprint

    outside = sqlite3.connect(file)
    monkeypatch.setattr(migrations, "FINGERPRINTS", {migrations.LATEST: fingerprint(outside)})
    office_file.open_office(file).close()
    outside.execute("CREATE TRIGGER bad AFTER INSERT ON unit BEGIN DELETE FROM unit; END")
    outside.commit()
    outside.close()

    with pytest.raises(Problem, match="结构被别的程序改动过"):
        office_file.open_office(file)


def test_a_changed_bit_at_rest_is_noticed(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    position = raw.index("示例镇食品公司".encode()) + 2
    raw[position] ^= 0x01
    file.write_bytes(raw)

    with office_file.open_office(file) as office:
        assert any("不是上次关闭的那一份" in notice for notice in office.notices)
        assert any("磁盘出了错" in notice for notice in office.notices)


def test_another_copy_put_in_place_is_said_once(file: Path, add_units: Callable[..., None]) -> None:
    earlier = file.read_bytes()
    with office_file.open_office(file) as office:
        add_units(office.connection, "后来的单位")
    file.write_bytes(earlier)

    with office_file.open_office(file) as office:
        first = office.notices
    with office_file.open_office(file) as office:
        second = office.notices

    assert [notice for notice in first if "此文件不是上次关闭的那一份" in notice]
    assert second == ()


def test_a_copy_without_its_seal_is_checked_in_full(file: Path) -> None:
    Path(f"{file}.seal").unlink()

    with office_file.open_office(file) as office:
        assert any("全面检查" in notice for notice in office.notices)


def test_broken_links_are_found_by_the_full_check(file: Path) -> None:
    outside = sqlite3.connect(file)
    outside.execute("INSERT INTO operation (label, made_at, kind) VALUES ('', '', 'change')")
    outside.execute("INSERT INTO unit_year (unit) VALUES (99)")
    outside.execute("UPDATE operation SET images_sha256 = ''")
    outside.commit()
    outside.close()

    with pytest.raises(Problem, match="另一条记录不见了"):
        office_file.open_office(file)


def test_the_full_check_comes_round_after_seven_days(file: Path) -> None:
    seal = Path(f"{file}.seal")

    def open_sealed(age: timedelta) -> datetime:
        told = json.loads(seal.read_text())
        told["checked_at"] = (datetime.now(UTC) - age).isoformat()  # noqa: TID251 - an age
        seal.write_text(json.dumps(told))
        office_file.open_office(file).close()
        return datetime.fromisoformat(json.loads(seal.read_text())["checked_at"])

    young = open_sealed(timedelta(days=6))
    assert datetime.now(UTC) - young > timedelta(days=5)  # noqa: TID251 - an age
    old = open_sealed(timedelta(days=8))
    assert datetime.now(UTC) - old < timedelta(hours=1)  # noqa: TID251 - an age


def test_the_seal_is_broken_while_the_file_is_open(file: Path) -> None:
    seal = Path(f"{file}.seal")

    with office_file.open_office(file):
        assert not seal.exists()

    assert seal.exists()


def test_a_journal_left_behind_means_no_seal(file: Path) -> None:
    office = office_file.open_office(file)
    Path(f"{file}-journal").write_bytes(b"a rollback that could not be finished")

    office.close()

    assert not Path(f"{file}.seal").exists()
