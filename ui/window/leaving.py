"""The one question before the program is left: whether to copy to the stick first."""

from PySide6.QtWidgets import QWidget

from models.backup import changes_since_copy, last_copy
from ui import messages
from ui.office import Office

COPY, LEAVE, STAY = range(3)


def copy_words(office: Office) -> str:
    """Say when the last good copy was made, and how much was changed since."""
    if office.is_practice:
        return "练习镇，随便改，不用备份"
    connection = office.store.connection
    copy = last_copy(connection)
    made = f"上次备份 {copy.made_at:%Y-%m-%d %H:%M}　此后" if copy else "还没有备份　已"
    return f"{made}修改 {changes_since_copy(connection)} 次"


def ask_for_copy(parent: QWidget, office: Office) -> int:
    """Ask what to do with changes that are nowhere else; LEAVE when there are none."""
    connection = office.store.connection
    changes = changes_since_copy(connection)
    if not changes or office.is_practice:
        return LEAVE
    return messages.choose(
        parent,
        f"上次备份后改了{changes}次，现在备份到U盘吗？"
        if last_copy(connection)
        else "这份台账还没有备份过，现在备份到U盘吗？",
        detail="U盘插着的话只要几秒钟。",
        answers=("备份到U盘", "不备份，直接退出", "先不退出"),
    )
