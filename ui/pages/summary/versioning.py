"""What the clerk does with versions becomes one operation each."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models.records.summary import SummaryVersion
from models.summary.versions import (
    is_same,
    keep_version,
    latest_version,
    snapshot_of,
    title_of,
    versions_of,
)
from reports.summary.snapshots import restore
from ui.dialogs.opening import open_dialog
from ui.lists.view_sheets import sheet_of_lines
from ui.office import Office
from ui.pages.summary.comparison import CompareDialog
from ui.pages.summary.versions import VersionsPanel
from ui.pages.summary.writing import Writing
from ui.sheet_saving import save_sheets


class Versioning(QObject):
    """Keeps, compares and brings back versions."""

    def __init__(self, panel: VersionsPanel, writing: Writing, office: Office) -> None:
        super().__init__(panel)
        self._panel = panel
        self._writing = writing
        self._office = office
        panel.keep_asked.connect(self.keep)
        panel.compare_asked.connect(self._compare)
        panel.restore_asked.connect(self._restore)
        panel.export_asked.connect(self._export)

    def show(self) -> None:
        """Show the versions as they stand."""
        found = versions_of(self._office.store, self._writing.key)
        self._panel.show_versions(found, self._writing.changes())

    def keep(self, label: str) -> SummaryVersion:
        """Keep a version."""
        writing = self._writing
        with writing.change(f"保存{writing.key.words}的版本"):
            kept = keep_version(self._office.store, writing.key, writing.snapshot(), label)
        self._office.say(f"已保存{title_of(kept)}，可以用 Ctrl+Z 撤销")
        return kept

    def keep_if_new(self, label: str) -> SummaryVersion:
        """Keep a version of what leaves the program, unless the last one is the same."""
        latest = latest_version(self._office.store, self._writing.key)
        if latest is not None and is_same(latest, self._writing.snapshot()):
            return latest
        return self.keep(label)

    def _export(self) -> None:
        """Save the figures that changed since the last version as a table."""
        lines = [(one.label, one.words) for one in self._writing.changes()]
        name = f"{self._writing.key.words}与上一版不同的数字"
        sheet = sheet_of_lines(name, ("指标", "变化"), lines)
        save_sheets(self._panel.window(), self._office, name, [sheet])

    def _compare(self, chosen: list[SummaryVersion]) -> None:
        later = self._writing.snapshot() if len(chosen) == 1 else snapshot_of(chosen[0])
        name = "现在" if len(chosen) == 1 else title_of(chosen[0])
        earlier = chosen[-1]
        title = f"{title_of(earlier)} 与 {name}"
        window: QWidget = self._panel.window()
        open_dialog(CompareDialog(snapshot_of(earlier), later, window, title=title))

    def _restore(self, version: SummaryVersion) -> None:
        writing = self._writing
        with writing.change(f"恢复{writing.key.words}的第{version.number}版"):
            restore(self._office.store, writing.draft, snapshot_of(version))
        self._office.say(f"已恢复到{title_of(version)}的文字，数字仍按台账；可以用 Ctrl+Z 撤销")
