"""Scans and photographs are kept once inside the one file, and come out as they went in."""

from pathlib import Path

import pytest

from models import attachments
from models.attachments import LARGEST, attach, attachments_of, content_of, detach, save_out
from models.errors import Problem
from models.records.units import Unit
from models.store import Store

SCAN = bytes(range(256)) * 40


@pytest.fixture
def units(store: Store) -> list[Unit]:
    with store.change("新增单位"):
        return [store.save(Unit(name=name)) for name in ("甲厂", "乙厂")]


def _file(folder: Path, name: str, data: bytes = SCAN) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_file_comes_out_as_it_went_in(store: Store, units: list[Unit], tmp_path: Path) -> None:
    kept = attach(store, units[0], [_file(tmp_path, "执照.jpg")])

    save_out(store, kept[0], tmp_path / "再看.jpg")

    assert [one.file_name for one in attachments_of(store, units[0])] == ["执照.jpg"]
    assert attachments_of(store, units[1]) == []
    assert content_of(store, kept[0]) == SCAN
    assert (tmp_path / "再看.jpg").read_bytes() == SCAN


def test_the_same_content_is_stored_once(store: Store, units: list[Unit], tmp_path: Path) -> None:
    for unit in units:
        attach(store, unit, [_file(tmp_path, "合影.jpg")])
    attach(store, units[0], [_file(tmp_path, "另一个名字.jpg")])

    rows = store.connection.execute("SELECT count(*), sum(size) FROM attachment_content").fetchone()
    assert rows == (1, len(SCAN))
    assert [len(attachments_of(store, unit)) for unit in units] == [1, 1]


def test_adding_and_taking_away_are_steps_that_can_be_taken_back(
    store: Store, units: list[Unit], tmp_path: Path
) -> None:
    kept = attach(store, units[0], [_file(tmp_path, "一.jpg"), _file(tmp_path, "二.jpg", b"2")])
    detach(store, kept[:1])
    assert [one.file_name for one in attachments_of(store, units[0])] == ["二.jpg"]

    store.undo()
    assert len(attachments_of(store, units[0])) == 2
    store.undo()
    assert attachments_of(store, units[0]) == []


def test_what_is_kept_with_a_record_goes_and_comes_back_with_it(
    store: Store, units: list[Unit], tmp_path: Path
) -> None:
    attach(store, units[0], [_file(tmp_path, "执照.jpg")])
    with store.change("删除单位"):
        store.delete(units[0])
    gone = attachments_of(store, units[0])

    store.undo()

    assert gone == []
    assert content_of(store, attachments_of(store, units[0])[0]) == SCAN


def test_too_large_an_attachment_is_refused_in_words(
    store: Store, units: list[Unit], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "LARGEST", len(SCAN) - 1)

    with pytest.raises(Problem, match=r"“扫描\.pdf”有0\.0兆，超过了每个附件20兆的上限"):
        attach(store, units[0], [_file(tmp_path, "好的.jpg", b"1"), _file(tmp_path, "扫描.pdf")])

    assert attachments_of(store, units[0]) == []
    assert LARGEST == 20 * 1024 * 1024


@pytest.mark.parametrize(("name", "words"), [("没有.jpg", "读不出来"), ("空.jpg", "是空文件")])
def test_a_file_that_cannot_be_read_is_named(
    store: Store, units: list[Unit], tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "空.jpg").write_bytes(b"")

    with pytest.raises(Problem, match=f"“{name}”{words}"):
        attach(store, units[0], [tmp_path / name])


def test_a_damaged_content_is_not_handed_out(
    store: Store, units: list[Unit], tmp_path: Path
) -> None:
    kept = attach(store, units[0], [_file(tmp_path, "执照.jpg")])
    store.connection.execute("DROP TRIGGER keep_attachment_content_update")
    store.connection.execute("UPDATE attachment_content SET bytes = x'00'")

    with pytest.raises(Problem, match="读不出来"):
        content_of(store, kept[0])
