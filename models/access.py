"""The start password of an office file: set, checked, taken away, each as a named step.

It keeps passers-by from opening the file in the window. The file itself is not encrypted: other
programs, and the commands of this one, read it without asking.
"""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import replace

from models import clock
from models.errors import Problem
from models.records.access import StartPassword
from models.store import Store

SHORTEST = 4
SALT_BYTES = 16
# As RFC 7914 advises for asking a person: some ten milliseconds and 16 MB on an office PC.
COST, BLOCK, LANES = 2**14, 8, 1
ATTEMPTS_WITHOUT_WAIT = 2
LONGEST_WAIT = 60
REMOVAL = "去掉启动密码"


def is_protected(store: Store) -> bool:
    """Whether the window asks for a password before it shows this file."""
    return _kept(store) is not None


def idle_minutes(store: Store) -> int | None:
    """Return after how many minutes without a key or a click the window locks, None for never."""
    kept = _kept(store)
    return kept.idle_minutes if kept else None


def is_password(store: Store, password: str) -> bool:
    """Whether this is the password of the file."""
    kept = _kept(store)
    if kept is None:
        return True
    return hmac.compare_digest(_digest(password, bytes.fromhex(kept.salt)), kept.digest)


def set_password(store: Store, password: str, *, idle: int | None) -> None:
    """Ask for this password from now on."""
    if len(_plain(password)) < SHORTEST:
        raise Problem(f"密码太短，至少要{SHORTEST}个字符", "请换一个长一点、自己记得住的。")
    kept = _kept(store)
    salt = secrets.token_bytes(SALT_BYTES)
    with store.change("更换启动密码" if kept else "设置启动密码"):
        store.save(
            StartPassword(
                id=kept.id if kept else None,
                salt=salt.hex(),
                digest=_digest(password, salt),
                idle_minutes=idle,
                set_on=clock.today(),
            )
        )


def set_idle(store: Store, idle: int | None) -> None:
    """Lock the window after that many idle minutes from now on, None for never."""
    kept = _kept(store)
    if kept is not None and kept.idle_minutes != idle:
        words = f"{idle}分钟" if idle else "不自动锁定"
        with store.change(f"修改闲置锁定 {words}"):
            store.save(replace(kept, idle_minutes=idle))


def remove_password(store: Store) -> None:
    """Open the file without a password from now on."""
    kept = _kept(store)
    if kept is None:
        raise Problem("这份台账没有启动密码", "不需要去掉，直接打开就行。")
    with store.change(REMOVAL):
        store.delete(kept)


def wait_after(failures: int) -> int:
    """Return how many seconds to wait after so many wrong passwords in a row."""
    over = failures - ATTEMPTS_WITHOUT_WAIT
    return min(2**over, LONGEST_WAIT) if over > 0 else 0


def _kept(store: Store) -> StartPassword | None:
    return next(iter(store.all(StartPassword)), None)


def _plain(password: str) -> str:
    """Return a password as it is meant, whether the input method was on while it was typed."""
    return unicodedata.normalize("NFKC", password)


def _digest(password: str, salt: bytes) -> str:
    made = hashlib.scrypt(_plain(password).encode(), salt=salt, n=COST, r=BLOCK, p=LANES)
    return made.hex()
