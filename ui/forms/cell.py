"""One field of a form: its label, its editor, and what is to be said about it directly under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.fields import Field
from ui.forms.editors import Editor
from ui.look import theme

LABEL_CHARS = 8.5
_SPOKEN = {"error": "错误：", "warn": "请核对："}


class FieldCell(QWidget):
    """An editor with its help, or what is wrong, directly under it."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.editor = editor
        self._state = ""
        self._note: QLabel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._column.addWidget(editor)
        self._column.addStretch()
        editor.control.setAccessibleName(editor.field.label)
        self.say("", "")

    @property
    def note(self) -> str:
        """What stands under the editor now."""
        return self._note.text() if self._note else ""

    @property
    def state(self) -> str:
        """Whether something is wrong: "error", "warn" or blank."""
        return self._state

    @property
    def is_reachable(self) -> bool:
        """Whether the clerk can type here."""
        return self.isEnabled() and not self.isHidden()

    def say(self, state: str, text: str) -> None:
        """Show an error, a warning or a remark; without text the field's own help."""
        self._state = state
        words = text or self.editor.field.help
        if words or self._note:
            self._show_note(words)
        theme.show_state(self.editor.control, state)
        must = "必填。" if self.editor.field.required else ""
        self.editor.control.setAccessibleDescription(f"{must}{_SPOKEN.get(state, '')}{words}")

    def _show_note(self, words: str) -> None:
        note = self._note or self._make_note()
        note.setText(words)
        note.setVisible(bool(words))
        theme.mark(note, self._state or "help")

    def _make_note(self) -> QLabel:
        note = self._note = QLabel(self)
        note.setWordWrap(True)
        self._column.insertWidget(1, note)
        return note


def make_label(cell: FieldCell) -> QLabel:
    """Return the label at the left of a field, which ends where all labels end."""
    field = cell.editor.field
    is_long = len(field.label) > LABEL_CHARS
    words = field.label.replace("（", "<br>（") if is_long else field.label
    label = QLabel(required_star(field) + words)
    theme.mark(label, "label")
    label.setWordWrap(is_long)
    if is_long:
        label.setFixedWidth(theme.chars(LABEL_CHARS))
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    # The words of a line editor stand this far below its edge.
    label.setContentsMargins(0, theme.px(7), 0, 0)
    label.setBuddy(cell.editor.control)
    return label


def required_star(field: Field) -> str:
    """Return the mark before the label of a field that must be filled in, blank for others."""
    return f'<span style="color:{theme.now().accent}">* </span>' if field.required else ""
