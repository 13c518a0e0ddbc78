"""Copying the selected rows of a list; very many of them apart from the window."""

from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from ui import jobs
from ui.lists.commands import ListContext
from ui.lists.copying import Clip, clip_of
from ui.lists.exporting import listing_of
from ui.lists.selection import selected_ids

# So many rows are copied while one waits.
AT_ONCE = 1_000


def copy_rows(context: ListContext) -> None:
    """Put the selected rows on the clipboard with their headings, in the order shown."""
    ids = list(selected_ids(context))
    if not ids:
        context.office.say("请先在列表中选中要复制的行")
        return
    listing = listing_of(context, ids, "上报")
    done = partial(_take, context, len(ids))
    if len(ids) <= AT_ONCE:
        done(clip_of(listing))
    else:
        jobs.run(context.table, "正在复制…", partial(clip_of, listing), done)


def _take(context: ListContext, count: int, clip: Clip) -> None:
    data = QMimeData()
    data.setText(clip.text)
    data.setHtml(clip.html)
    QApplication.clipboard().setMimeData(data)
    context.office.say(f"已复制 {count:,} 行，含标题行")
