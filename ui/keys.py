"""Every command that has keys, in the two ways that clerks are used to."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui import preferences

ACCOUNTING, OFFICE = "accounting", "office"
SCHEMES = {ACCOUNTING: "财务软件式", OFFICE: "办公软件式"}
# As keyboards and manuals write the keys that Qt writes otherwise.
_PARTS = {"Return": "回车", "PgDown": "PgDn"}
_WHOLE = {"Ctrl++": "Ctrl + +", "Ctrl+-": "Ctrl + −"}


@dataclass(frozen=True, slots=True)
class Command:
    """What a clerk may do, and its keys in both schemes; the first key is the printed one."""

    words: str
    accounting: tuple[str, ...]
    office: tuple[str, ...]


def _same(words: str, *keys: str) -> Command:
    return Command(words, keys, keys)


COMMANDS: dict[str, Command] = {
    "help": _same("帮助", "F1"),
    "pick": _same("选择", "F2"),
    "find": Command("查找", ("F3", "Ctrl+F"), ("Ctrl+F", "F3")),
    "query": Command("条件查询", ("Shift+F3",), ("Ctrl+Shift+F",)),
    "offer": _same("照状态栏的提议做", "F4"),
    "new": Command("新增", ("F5", "Ctrl+N"), ("Ctrl+N",)),
    "save": Command("保存", ("F6", "Ctrl+S"), ("Ctrl+S",)),
    "save_and_new": Command("保存并新增", ("F7",), ("Ctrl+Shift+S",)),
    "draft": _same("暂存", "Ctrl+D"),
    "print": Command("打印", ("F8", "Ctrl+P"), ("Ctrl+P",)),
    "give_up": _same("放弃", "Esc"),
    "delete": _same("删除", "Del"),
    "undo": _same("撤销", "Ctrl+Z"),
    "redo": _same("重做", "Ctrl+Y", "Ctrl+Shift+Z"),
    "next_field": _same("下一格", "Ctrl+Return", "Ctrl+Enter"),
    "next_section": _same("下一节", "Alt+PgDown"),
    "previous_section": _same("上一节", "Alt+PgUp"),
    "copy": _same("复制", "Ctrl+C"),
    "paste": _same("粘贴", "Ctrl+V"),
    "select_all": _same("全选", "Ctrl+A"),
    "batch": _same("批量修改", "Ctrl+H"),
    "export": _same("导出", "Ctrl+E"),
    "search": _same("全局查找", "Ctrl+K"),
    "next_list": _same("下一张表", "Ctrl+Tab", "Ctrl+PgDown"),
    "previous_list": _same("上一张表", "Ctrl+Shift+Tab", "Ctrl+PgUp"),
    "open": _same("打开台账", "Ctrl+O"),
    "lock": _same("锁定", "Ctrl+L"),
    "quit": _same("退出", "Ctrl+Q"),
    "larger": _same("放大", "Ctrl++", "Ctrl+="),
    "smaller": _same("缩小", "Ctrl+-"),
    "usual_size": _same("原始大小", "Ctrl+0"),
}
# The digits reach the first tabs; all of them stand in the menu 转到.
TABS = 10
COMMANDS |= {f"tab_{n}": _same(f"第{n}页", f"Alt+{n % TABS}") for n in range(1, TABS + 1)}


def scheme() -> str:
    """Return the name of the keys that hold now."""
    kept = preferences.key_scheme()
    return kept if kept in SCHEMES else ACCOUNTING


def use(name: str) -> None:
    """Let other keys hold for everything that is made from now on."""
    preferences.keep_key_scheme(name)


def keys_of(command: str) -> tuple[str, ...]:
    """Return the keys of a command, the printed one first."""
    found = COMMANDS[command]
    return found.office if scheme() == OFFICE else found.accounting


def printed(command: str) -> str:
    """Return the key of a command as it is printed on buttons and in texts."""
    key = keys_of(command)[0]
    if key in _WHOLE:
        return _WHOLE[key]
    for qt, ours in _PARTS.items():
        key = key.replace(qt, ours)
    return key


def label(words: str, command: str) -> str:
    """Return a button's words with its key: 保存 F6."""
    return f"{words} {printed(command)}"


def sequences(command: str) -> list[QKeySequence]:
    """Return the keys of a command for Qt."""
    return [QKeySequence(key) for key in keys_of(command)]


def bind(widget: QWidget, command: str, run: Callable[[], object]) -> QShortcut:
    """Let the keys of a command work while the focus is in the widget."""
    return _bind(widget, command, run, Qt.ShortcutContext.WidgetWithChildrenShortcut)


def bind_everywhere(widget: QWidget, command: str, run: Callable[[], object]) -> QShortcut:
    """Let the keys of a command work wherever the focus is in the widget's window."""
    return _bind(widget, command, run, Qt.ShortcutContext.WindowShortcut)


def _bind(
    widget: QWidget, command: str, run: Callable[[], object], context: Qt.ShortcutContext
) -> QShortcut:
    shortcut = QShortcut(widget)
    shortcut.setKeys(sequences(command))
    shortcut.setContext(context)
    shortcut.setObjectName(command)
    shortcut.activated.connect(run)
    return shortcut
