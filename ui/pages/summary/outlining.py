"""What the clerk does in the outline becomes one operation each."""

from PySide6.QtCore import QObject

from models.summary.parts import (
    forget_all,
    keep_order,
    keep_title,
    switch_off,
    switch_on,
)
from models.summary.texts import keep_passage_order, restore_passage
from reports.summary.tree import tree_of
from ui.office import Office
from ui.pages.summary.outline import OutlinePanel
from ui.pages.summary.writing import Writing


class Outlining(QObject):
    """Keeps what is done in the outline panel."""

    def __init__(self, panel: OutlinePanel, writing: Writing, office: Office) -> None:
        super().__init__(panel)
        self._panel = panel
        self._writing = writing
        self._office = office
        panel.switched.connect(self._switch)
        panel.reordered.connect(self._reorder)
        panel.renamed.connect(self._rename)
        panel.reset_asked.connect(self._reset)

    def show(self) -> None:
        """Show the outline as it stands."""
        self._panel.show_nodes(tree_of(self._office.store, self._writing.draft))

    def write_section(self, section: str) -> None:
        """Write a chapter that is left out, or say that there is nothing to write in it."""
        if self._writing.draft.outline.is_on(section):
            self._office.say("这一章今年还没有可写的：相关工作登记以后会自动写出来")
            return
        self._switch(section, is_on=True)

    def _switch(self, part: str, is_on: bool) -> None:
        store, key = self._office.store, self._writing.key
        section, _, passage = part.partition(".")
        with self._writing.change(f"{'写入' if is_on else '不写'}{key.words}的一部分"):
            (switch_on if is_on else switch_off)(store, key, part)
            if is_on and passage and "." not in passage and self._is_dropped(section, passage):
                restore_passage(store, key, section, passage)

    def _reorder(self, above: str, parts: list[str]) -> None:
        store, key = self._office.store, self._writing.key
        with self._writing.change(f"调整{key.words}的次序"):
            keep_order(store, key, parts)
            if above and "." not in above:
                passages = [one.rpartition(".")[2] for one in parts]
                keep_passage_order(store, key, above, passages)

    def _rename(self, section: str, title: str) -> None:
        key = self._writing.key
        usual = {one.code: one.heading for one in self._writing.draft.outline.sections}
        own = "" if title.strip() == usual.get(section) else title
        with self._writing.change(f"修改{key.words}的章节标题"):
            keep_title(self._office.store, key, section, own)

    def _reset(self) -> None:
        key = self._writing.key
        with self._writing.change(f"恢复{key.words}的默认章节"):
            forget_all(self._office.store, key)
        self._office.say("章节已恢复默认，可以用 Ctrl+Z 撤销")

    def _is_dropped(self, section: str, passage: str) -> bool:
        return (section, passage) in self._writing.dropped()
