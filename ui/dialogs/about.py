"""About the program: version, whose work it uses, and under which licences."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QLabel, QTextBrowser, QVBoxLayout, QWidget

from models.version import VERSION
from ui import messages
from ui.dialogs.opening import close_button
from ui.look import theme

WORDS = """\
<p>本程序按 MIT 许可证发布，随程序附有全部许可证文本（LICENSES 文件夹和 resources/fonts/licences）。</p>
<p><b>界面</b>：Qt {qt} 与 PySide6，按 GNU 宽通用公共许可证第3版（LGPL-3.0）使用。
Qt 的各个库文件以动态链接方式随附，可以用您自己编译的版本替换；源代码见 code.qt.io。</p>
<p><b>字体</b></p>
<ul>
<li>Noto Sans SC、Noto Serif SC：SIL 开放字体许可证 1.1（OFL）</li>
<li>Fandol Fang（仿宋）：GPL-3 附字体嵌入例外，随附源文件</li>
<li>霞鹜文楷及其仿宋补字（GH Kai、GH Fang Supp）：OFL 1.1，按保留名称要求改名</li>
<li>花园明朝（GH Ext BF）：花园字体许可证</li>
<li>BabelStone Han（GH Ext I）：文鼎公共许可证</li>
</ul>
<p><b>其他</b>：reportlab（BSD）、sqlite-utils（Apache 2.0）、python-calamine（MIT）、XlsxWriter（BSD）、python-docx（MIT）、lxml（BSD）、pypinyin（MIT）。</p>
"""


class AboutDialog(QDialog):
    """Version and licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"关于{messages.PROGRAM}")
        title = QLabel(f"{messages.PROGRAM} {VERSION}")
        theme.mark(title, "title")
        words = QTextBrowser()
        words.setAccessibleName("版本和许可证")
        words.setHtml(WORDS.format(qt=qVersion()))
        close = close_button(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(title)
        column.addWidget(words, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(theme.chars(44), theme.px(480))
