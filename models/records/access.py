"""What keeps passers-by from opening the office file in the window."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Day, Number, Text
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPassword(Record):
    """The password asked for when the file is opened in the window; never more than one.

    Kept is only what a password is checked against (see models.access), both parts as
    hexadecimal text. Without `idle_minutes` the window is never locked by itself.
    """

    about: ClassVar[About] = About(
        table="start_password",
        label="启动密码",
        titles=("set_on",),
        columns=("set_on", "idle_minutes"),
        keys=(("salt",),),
    )

    salt: Annotated[str, Text(label="密码附加值", required=True)] = ""
    digest: Annotated[str, Text(label="密码核对值", required=True)] = ""
    idle_minutes: Annotated[
        int | None, Number(label="闲置锁定", minimum=1, unit="分钟", help="空着就不自动锁定")
    ] = None
    set_on: Annotated[date | None, Day(label="设置日期")] = None


RECORDS: tuple[type[Record], ...] = (StartPassword,)
