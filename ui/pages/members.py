"""The list of members with what can be done for those who are chosen."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QApplication

from models.records.base import Record
from models.records.members import Member
from models.values.dates import PartialDate
from ui.dialogs.membership import MembershipDialog
from ui.dialogs.opening import open_dialog
from ui.office import Office
from ui.page_spec import IMPORT_LIST, Action, PageSpec

JOINED = "1"


def member_spec(office: Office) -> PageSpec:
    """Return the page of members with its buttons for joining and for changes."""
    return PageSpec(
        Member,
        advice=IMPORT_LIST,
        can_import=True,
        leave_out=("birth",),
        actions=(
            Action("批准入会", "good", _approving(office)),
            Action("办理变动", "arrow", _changing(office)),
        ),
    )


def _approving(office: Office) -> Callable[[list[Record]], None]:
    def approve(records: list[Record]) -> None:
        waiting = [one for one in _members(records) if one.status in ("", "applied")]
        if not waiting:
            office.say("请先在“待批准”里选中要批准入会的人，按住 Ctrl 可以多选")
            return
        _ask(office, waiting, {"kind": JOINED, "changed_on": _partial(office.day)})

    return approve


def _changing(office: Office) -> Callable[[list[Record]], None]:
    def change(records: list[Record]) -> None:
        members = _members(records)
        if not members:
            office.say("请先在列表中选中会员，按住 Ctrl 可以多选")
            return
        _ask(office, members, {"changed_on": _partial(office.day)})

    return change


def _members(records: list[Record]) -> list[Member]:
    return [one for one in records if isinstance(one, Member)]


def _ask(office: Office, members: list[Member], presets: Mapping[str, object]) -> None:
    open_dialog(MembershipDialog(members, presets, office, QApplication.activeWindow()))


def _partial(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
