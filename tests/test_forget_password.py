"""A forgotten start password is taken away by a command that says what it does."""

from pathlib import Path

import pytest

import main
from models import access
from models.store import Store

CONFIRMED = ("--confirm", "去掉启动密码")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "云溪镇.db"
    assert main.main(["new", str(path), "--town", "云溪镇"]) == 0
    with Store.open(path) as store:
        access.set_password(store, "yunxi2024", idle=5)
    return path


def _forget(path: Path, *words: str) -> int:
    return main.main(["forget-password", str(path), *words])


def test_it_is_taken_away_and_the_history_says_so(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = _forget(office, *CONFIRMED)

    assert code == 0
    assert "已去掉启动密码" in capsys.readouterr().out
    with Store.open(office) as store:
        assert not access.is_protected(store)
        assert store.operations(limit=1)[0].label == "去掉启动密码"


def test_nothing_happens_without_the_word(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = _forget(office, "--confirm", "是")

    assert code == 1
    assert "--confirm 去掉启动密码" in capsys.readouterr().err
    with Store.open(office) as store:
        assert access.is_protected(store)


def test_a_file_without_a_password_is_left_alone(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _forget(office, *CONFIRMED)

    code = _forget(office, *CONFIRMED)

    assert code == 1
    assert "没有启动密码" in capsys.readouterr().err


def test_other_commands_never_ask(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main.main(["check", "--office", str(office)])

    assert code == 0
    assert "完好" in capsys.readouterr().out
