"""The clerk's manual in short, inside the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from resources import path
from ui import theme
from ui.dialogs.opening import close_button

NAME = "手册.md"
SHORT = """\
# 五分钟上手

1. **导入**：点右上角“导入 Excel”，选企业名单、工会名单等文件，看一遍预览再点“导入”。导错了可以“撤销这次导入”。
2. **改一改**：在“单位与工会”“集体协商”“文书”里点一行，右边就是表单；改完按 F6 保存。
3. **看总结**：“年度总结”里带蓝线的数字都能点开，看它背后的名单。
4. **打印**：按 F8 选花名册、台账、证书或总结，先预览再打印。
5. **备份**：插上U盘，点“备份到U盘”。程序会读回来核对，并试着恢复一遍。

| 按键 | 作用 |
|---|---|
| 回车 | 到下一个格子 |
| F2 或 ↓ | 列出可选项（可输汉字、拼音首字母或代码） |
| F3 / Ctrl+K | 在本页查找 / 在全部台账里查找 |
| F5 / F6 | 新增 / 保存 |
| Esc | 放弃修改 |
| Ctrl+Z / Ctrl+Y | 撤销 / 重做 |
| F8 | 打印 |
"""


class ManualDialog(QDialog):
    """The manual, or its short form where the whole does not travel with the program."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("手册")
        words = QTextBrowser()
        words.setOpenExternalLinks(False)
        words.setMarkdown(_manual())
        close = close_button(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(words, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(theme.chars(52), theme.px(600))


def _manual() -> str:
    root = path("").parent
    for manual in (root / NAME, root / "docs" / NAME):
        if manual.is_file():
            return manual.read_text(encoding="utf-8")
    return SHORT
