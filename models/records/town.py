"""The township's own particulars, and other names of its units."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from models.fields import Choice, Link, Phone, Text, Year
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Town(Record):
    """The township federation that keeps this file; there is exactly one."""

    about: ClassVar[About] = About(
        table="town",
        label="本镇情况",
        titles=("union_name",),
        columns=("union_name", "parent_union", "chair"),
        keys=(("name",),),
    )

    name: Annotated[
        str, Text(label="镇名", required=True, is_name=True, help="如：示例镇、示例乡、示例街道")
    ] = ""
    union_name: Annotated[
        str, Text(label="工会名称", required=True, is_name=True, help="落款和表头用")
    ] = ""
    parent_union: Annotated[
        str, Text(label="上级工会", required=True, is_name=True, help="如：示例县总工会")
    ] = ""
    county: Annotated[str, Text(label="所在县（市、区）", is_name=True)] = ""
    city: Annotated[str, Text(label="所在市", is_name=True)] = ""
    doc_prefix: Annotated[str, Text(label="发文代字", help="如：示例镇工发，用于编发文字号")] = ""
    year: Annotated[int | None, Year(label="工作年度", required=True)] = None
    chair: Annotated[str, Text(label="工会主席", is_name=True)] = ""
    clerk: Annotated[str, Text(label="经办人", is_name=True, help="制表人栏用")] = ""
    phone: Annotated[str, Phone(label="办公电话")] = ""
    rule_region: Annotated[
        str,
        Choice(
            label="适用规定", codes="rule_region", help="各种期限和标准按哪里的规定；空着按国家规定"
        ),
    ] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitAlias(Record):
    """Another name under which lists mention a unit, confirmed by the clerk once."""

    about: ClassVar[About] = About(
        table="unit_alias",
        label="单位别名",
        titles=("alias",),
        columns=("alias", "unit"),
        keys=(("alias",),),
    )

    alias: Annotated[str, Text(label="别名", required=True, is_name=True)] = ""
    unit: Annotated[int | None, Link(label="对应单位", required=True, to="unit", is_part=True)] = (
        None
    )
