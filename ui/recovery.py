"""Forms that were typed before: in words, and opened again as they were."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from models import clock
from models.drafts import typed_in
from models.fields import Link, fields_of
from models.form_journal import LeftOver
from models.records import BY_TABLE
from models.records.base import Record
from models.records.drafts import Draft
from models.store import Store
from models.typed import TypedForm
from ui.dialogs.opening import open_dialog
from ui.forms.form import RecordForm
from ui.office import Office
from ui.own_page import OwnPage
from ui.page import RecordPage
from ui.record_boxes import NewRecordDialog, RecordDialog, RelatedDialog, SpecOf
from ui.related import Relation

ShowOwn = Callable[[str], OwnPage | None]
ShowList = Callable[[type[Record]], RecordPage | None]


def words_of(left: LeftOver) -> str:
    """Return which form was left, how much stands in it, and when it was typed."""
    typed_at = datetime.fromisoformat(left.typed_at)
    is_today = typed_at.date() == clock.today()
    day = "" if is_today else f"{typed_at.month}月{typed_at.day}日 "
    return f"{left.typed.short_words}（填了{len(left.typed.changed)}项，{day}{typed_at:%H:%M}）"


def headline(count: int) -> str:
    """Return what is said above the forms that were left."""
    return f"上次有{count}份没有保存的表单："


def happened_since(store: Store, left: LeftOver) -> str:
    """Return what happened to the record after the form was typed, blank for nothing."""
    typed = left.typed
    if typed.record is None:
        return ""
    record = store.get_or_none(BY_TABLE[typed.table], typed.record)
    if record is None:
        return "这条记录已经删除；接着填会作为新的一条。"
    typed_at = datetime.fromisoformat(left.typed_at)
    since = [
        one.field
        for one in store.history_of(record)
        if datetime.fromisoformat(one.made_at) > typed_at
    ]
    if not since:
        return ""
    return f"这条记录后来又改过：{'、'.join(dict.fromkeys(since))}；接着填只放回您填的几项。"


class Reopener:
    """Opens the form that was typed before, in its list or in a box, with what stood in it."""

    def __init__(
        self,
        parent: QWidget,
        office: Office,
        *,
        show_list: ShowList,
        show_own: ShowOwn,
        spec_of: SpecOf,
    ) -> None:
        self._parent = parent
        self._office = office
        self._show_list = show_list
        self._show_own = show_own
        self._spec_of = spec_of

    def reopen(self, typed: TypedForm) -> RecordForm | OwnPage | None:
        """Return the form with the text in it, None when the clerk stays with another one."""
        own = self._show_own(typed.table) if typed.draft is None else None
        if own is not None:
            return own if own.take_up(typed) else None
        page = self._page_for(typed)
        if page is None:
            form = self._box_for(typed)
        elif _is_ready(page, typed, self._office.store):
            form = page.form
        else:
            return None
        form.take_up(typed)
        form.focus_first()
        return form

    def reopen_draft(self, draft_id: int) -> None:
        """Open a form that was put aside."""
        draft = self._office.store.get_or_none(Draft, draft_id)
        typed = typed_in(draft) if draft else None
        if typed is not None:
            self.reopen(typed)

    def reopen_left(self, left: LeftOver) -> None:
        """Open a form that was left when the program ended; the journal goes on with it."""
        form = self.reopen(left.typed)
        if form is not None and form.keep_now():
            self._office.forget_left(left)

    def _page_for(self, typed: TypedForm) -> RecordPage | None:
        record_type = BY_TABLE[typed.table]
        for name, owner_id in typed.scope.items():
            kind = fields_of(record_type).get(name)
            if not isinstance(kind, Link):
                continue
            owner = self._office.store.get_or_none(BY_TABLE[kind.to], owner_id)
            if owner is not None:
                return self._related(Relation(record_type, name), owner)
        return self._show_list(record_type)

    def _related(self, relation: Relation, owner: Record) -> RecordPage:
        dialog = RelatedDialog(relation, owner, self._office, self._parent, spec_of=self._spec_of)
        open_dialog(dialog)
        return dialog.page

    def _box_for(self, typed: TypedForm) -> RecordForm:
        record_type = BY_TABLE[typed.table]
        record = self._office.store.get_or_none(record_type, typed.record)
        dialog: RecordDialog | NewRecordDialog
        if record is None:
            dialog = NewRecordDialog(record_type, "", self._office, self._parent, _ignore)
        else:
            dialog = RecordDialog(record, self._office, self._parent)
        open_dialog(dialog)
        return dialog.form


def _is_ready(page: RecordPage, typed: TypedForm, store: Store) -> bool:
    """Bring a page to the record, or to an empty form; False when the clerk stays where she is."""
    if typed.record is not None and store.get_or_none(BY_TABLE[typed.table], typed.record):
        return page.show_record(typed.record)
    page.start_new()
    return not page.form.is_changed


def _ignore(_record_id: int) -> None:
    """Nobody waits for this record any more."""
