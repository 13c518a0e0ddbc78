"""The start password is checked, never kept, and every step about it can be taken back."""

import pytest

from models import access
from models.errors import Problem
from models.records.access import StartPassword
from models.store import Store


def test_a_file_has_no_password_by_itself(store: Store) -> None:
    assert not access.is_protected(store)
    assert access.idle_minutes(store) is None
    assert access.is_password(store, "whatever")


def test_only_the_right_password_opens(store: Store) -> None:
    access.set_password(store, "清河2024", idle=10)

    assert access.is_protected(store)
    assert access.idle_minutes(store) == 10
    assert access.is_password(store, "清河2024")
    assert not access.is_password(store, "清河2025")
    assert not access.is_password(store, "")


def test_the_input_method_makes_no_other_password(store: Store) -> None:
    access.set_password(store, "qinghe2024", idle=None)

    assert access.is_password(store, "ｑｉｎｇｈｅ２０２４")


def test_the_password_itself_stands_nowhere_in_the_file(store: Store) -> None:
    access.set_password(store, "qinghe-2024", idle=None)
    store.connection.commit()

    assert b"qinghe-2024" not in store.path.read_bytes()


def test_the_same_password_is_kept_differently_each_time(store: Store) -> None:
    access.set_password(store, "qinghe2024", idle=None)
    before = store.all(StartPassword)[0]

    access.set_password(store, "qinghe2024", idle=None)

    after = store.all(StartPassword)
    assert len(after) == 1
    assert after[0].salt != before.salt
    assert after[0].digest != before.digest


def test_each_step_is_named_and_can_be_taken_back(store: Store) -> None:
    access.set_password(store, "qinghe2024", idle=None)
    access.set_idle(store, 5)
    access.remove_password(store)
    labels = [one.label for one in store.operations(limit=3)]

    store.undo()
    asked_again = access.is_protected(store)
    store.undo()
    store.undo()

    assert labels == ["去掉启动密码", "修改闲置锁定 5分钟", "设置启动密码"]
    assert asked_again
    assert not access.is_protected(store)


def test_a_short_password_is_refused(store: Store) -> None:
    with pytest.raises(Problem, match="至少要4个字符"):
        access.set_password(store, "123", idle=None)

    assert not access.is_protected(store)


def test_taking_away_what_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(Problem, match="没有启动密码"):
        access.remove_password(store)


def test_the_wait_grows_with_every_wrong_password_and_ends_at_a_minute() -> None:
    waits = [access.wait_after(failures) for failures in range(12)]

    assert waits[:6] == [0, 0, 0, 2, 4, 8]
    assert waits == sorted(waits)
    assert waits[-1] == 60
