"""Where the manual tells of what has the focus, and what is said about a field itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from models import codes, fields
from models.fields import Field, fields_of
from models.records.base import Record
from models.rules.governed import rules_in_words
from models.store import Store
from ui import keys
from ui.forms.cell import FieldCell
from ui.forms.form import RecordForm

AREA_HEADINGS = {
    "home": "五、首页",
    "units": "申请、选举、任职、法人证书（在“单位与工会”）",
    "members": "会员",
    "bargaining": "集体协商",
    "democracy": "民主与创新",
    "service": "服务职工",
    "hardship": "困难帮扶",
    "rights": "维权调解",
    "safety": "安全健康、互助保障",
    "funds": "工会经费",
    "mutual": "安全健康、互助保障",
    "events": "活动荣誉、文书",
    "documents": "活动荣誉、文书",
    "summary": "六、年度总结",
    "backup": "八、备份和恢复",
}
# Lists that the manual tells of elsewhere than their tab.
LIST_HEADINGS = {
    "单位": "三、查、改、增、删",
    "年度数据": "几个容易填错的地方",
    "已上报": "已上报的材料",
    "上级表格": "上级表格：空表对应一次，以后自己填",
    "历年对比": "历年对比、月报、简报、大事记",
    "大事记": "历年对比、月报、简报、大事记",
    "数字改定": "数字怎么数",
    "不计与另计": "数字怎么数",
    "结转基数": "启用程序以前的数（结转基数）",
    "自定指标": "自定指标",
    "用词规则": "逻辑检查",
}
DIALOG_HEADINGS = {
    "ImportDialog": "二、把现有的 Excel 表导进来",
    "EmptyListDialog": "下载空表",
    "OfficialFormDialog": "官方采集表：会员信息采集表、工会组织信息采集表",
    "ImportLogDialog": "错误行、导入记录",
    "ReportDialog": "七、打印名册和证书",
    "PreviewDialog": "七、打印名册和证书",
    "RestoreDialog": "八、备份和恢复",
    "HistoryDialog": "三、查、改、增、删",
    "AttachmentsDialog": "三、查、改、增、删",
    "FiledCheckDialog": "已上报的材料",
    "FilingDialog": "已上报的材料",
    "FormFilingDialog": "上级表格：空表对应一次，以后自己填",
    "FormFactsDialog": "上级表格：空表对应一次，以后自己填",
    "NewBlankDialog": "上级表格：空表对应一次，以后自己填",
    "FillFormDialog": "上级表格：空表对应一次，以后自己填",
    "ReadBackDialog": "版头、Word 文件和数据来源表",
    "ChronicleDialog": "历年对比、月报、简报、大事记",
    "RecycleBinDialog": "删错了、改错了怎么办",
    "OperationsDialog": "删错了、改错了怎么办",
    "ClosingDialog": "年度结账和反结账",
    "QueryDialog": "查询：谁没走访、谁快到期、哪一栏空着",
    "ColumnsDialog": "列表的列",
    "PasteDialog": "在列表里像用 Excel 一样做事",
    "BatchDialog": "在列表里像用 Excel 一样做事",
    "ExportDialog": "在列表里像用 Excel 一样做事",
    "SettingsDialog": "显示与键盘",
    "PasswordDialog": "启动密码和锁定",
    "LockScreen": "启动密码和锁定",
}
MOST_NAMES = 12
PICKED = "可输汉字、拼音首字母或代码"
KINDS: dict[type[Field], str] = {
    fields.Day: "日期可写 20240305、2024.3.5、3-5（本年）或“今天”。",
    fields.PartialDay: "不知道哪天的，可以只写年，或年和月。",
    fields.Month: "写年和月，如 2024-3。",
    fields.Year: "写四位年份。",
    fields.Money: "单位是元，可以写逗号和两位小数。",
    fields.PersonId: "填好后核对校验位，性别、出生日期自动带出。",
    fields.CreditCode: "填好后核对校验位。",
    fields.Phone: "手机或固定电话。",
    fields.Flag: "按空格勾选或取消。",
}


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading of the manual, and lines about one field, the first of which names it."""

    heading: str
    lines: tuple[str, ...] = ()


def heading_for(area: str, listed: str = "") -> str:
    """Return under which heading the manual tells of a tab or one of its lists."""
    return LIST_HEADINGS.get(listed) or AREA_HEADINGS.get(area, "")


def heading_of_box(widget: QWidget) -> str:
    """Return under which heading the manual tells of the box that a widget is in."""
    place: QWidget | None = widget
    while place is not None:
        heading = DIALOG_HEADINGS.get(type(place).__name__, "")
        if heading or isinstance(place, QDialog):
            return heading
        place = place.parentWidget()
    return ""


def field_lines(widget: QWidget | None, store: Store, day: date) -> tuple[str, ...]:
    """Return what is to be said about the form's field that a widget belongs to, blank for none."""
    cell, form = _around(widget)
    if cell is None:
        return ()
    field = cell.editor.field
    lines = [field.label, *_about(field)]
    if form is not None:
        record_type = type(form.record)
        name = _name_of(cell, form, record_type)
        lines += rules_in_words(store, record_type.about.table, name, day)
    if cell.state and cell.note:
        lines.append(cell.note)
    return tuple(lines)


def _around(widget: QWidget | None) -> tuple[FieldCell | None, RecordForm | None]:
    cell: FieldCell | None = None
    while widget is not None:
        if isinstance(widget, FieldCell):
            cell = widget
        if isinstance(widget, RecordForm):
            return cell, widget
        widget = widget.parentWidget()
    return cell, None


def _name_of(cell: FieldCell, form: RecordForm, record_type: type[Record]) -> str:
    for name, field in fields_of(record_type).items():
        if field == cell.editor.field and form.cell(name) is cell:
            return name
    return ""


def _about(field: Field) -> Iterator[str]:
    if field.required:
        yield "必填。"
    if field.help:
        yield f"{field.help}。".replace("。。", "。")
    if type(field) in KINDS:
        yield KINDS[type(field)]
    pick = keys.printed("pick")
    if isinstance(field, fields.Choice | fields.Choices):
        names = [line.name for line in codes.table(field.codes).lines]
        more = f"等{len(names)}项" if len(names) > MOST_NAMES else ""
        yield f"可选：{'、'.join(names[:MOST_NAMES])}{more}。"
        yield f"{PICKED}；{pick} 列出全部。"
    if isinstance(field, fields.Link):
        yield f"{PICKED}；{pick} 列出，没有的可以当场新增。"
    if isinstance(field, fields.Note):
        yield f"可以写几行；{keys.printed('next_field')} 到下一格。"
