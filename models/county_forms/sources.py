"""Where the content of a place comes from, and what the clerk may choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from models import codes
from models.county_forms.settings import SETTINGS
from models.fields import Link, fields_of
from models.figures.catalogue import AREAS, BY_CODE, OWN_AREA
from models.figures.local_figures import local_definitions
from models.queries.presets import presets_of
from models.records import BY_TABLE
from models.records.county_forms import CountyFormCell
from models.saved_queries import saved_queries
from models.store import Store

Kind = Literal["figure", "setting", "field", "column", "serial", "constant"]
AGE = "@age"
BIRTHS = ("birth", "born_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a content comes from.

    `content` is the code of a figure or of a setting, the path of a field (name, or unit.name over
    a link), or a fixed text. `years_back` is 1 for last year's figure, `span` a code of
    county_form_span (blank: that of the form), `style` a code of figure_style (blank: the plain
    number). A column names the record type (`table_name`) and the query that chooses its records:
    the name of a saved or ready one, or its JSON text; blank for all.
    """

    kind: Kind
    content: str = ""
    years_back: int = 0
    span: str = ""
    style: str = ""
    table_name: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that the clerk may choose: its code, its words, and the group it stands in."""

    code: str
    label: str
    group: str = ""


def source_of(mapped: CountyFormCell) -> Source:
    """Return the source that was kept for a place."""
    return Source(
        kind=cast("Kind", mapped.source),
        content=mapped.content,
        years_back=mapped.years_back or 0,
        span=mapped.span,
        style=mapped.style,
        table_name=mapped.table_name,
        query=mapped.query,
    )


def source_words(store: Store, source: Source, table_name: str = "") -> str:
    """Return a source in the clerk's words; `table_name` is what a form of one record is about."""
    match source.kind:
        case "figure":
            return f"年度数字：{figure_label(store, source.content)}{_period_words(source)}"
        case "setting":
            setting = SETTINGS.get(source.content)
            return setting.label if setting else f"没有“{source.content}”这一项设置"
        case "field":
            return _field_words(table_name, source.content)
        case "column":
            words = _field_words(source.table_name, source.content)
            return f"{words}（{_query_words(source.query)}）"
        case "serial":
            return "序号1、2、3…"
        case "constant":
            return f"固定文字：{source.content}"


def figure_label(store: Store, code: str) -> str:
    """Return what a figure is called; its code where there is no such figure any more."""
    if code in BY_CODE:
        return BY_CODE[code].label
    own = local_definitions(store)
    return own[code].label if code in own else code


def figure_choices(store: Store) -> Sequence[Choice]:
    """Return all figures by field of work, the clerk's own last."""
    known = [Choice(one.code, one.label, area.title) for area in AREAS for one in area.definitions]
    own = [Choice(code, one.label, OWN_AREA) for code, one in local_definitions(store).items()]
    return (*known, *own)


def setting_choices() -> Sequence[Choice]:
    """Return what the office knows about itself and the day: 单位名称, 填报日期, 填表人."""
    return tuple(Choice(code, one.label, one.group) for code, one in SETTINGS.items())


def field_choices(table_name: str) -> Sequence[Choice]:
    """Return the fields of a record type, then those of the records that it links to."""
    record_type = BY_TABLE[table_name]
    about = record_type.about.label
    found = [Choice(name, field.label, about) for name, field in fields_of(record_type).items()]
    if any(name in BIRTHS for name in fields_of(record_type)):
        found.append(Choice(AGE, "年龄（周岁，算到统计截止日）", about))
    for name, field in fields_of(record_type).items():
        if isinstance(field, Link):
            linked = BY_TABLE[field.to]
            found += [
                Choice(f"{name}.{inner}", one.label, f"{field.label}的{linked.about.label}")
                for inner, one in fields_of(linked).items()
                if not isinstance(one, Link)
            ]
    return tuple(found)


def query_choices(store: Store, table_name: str) -> Sequence[Choice]:
    """Return the saved and the ready queries of a record type."""
    record_type = BY_TABLE[table_name]
    saved = [Choice(one.name, one.name, "保存的查询") for one in saved_queries(store, record_type)]
    ready = [Choice(one.name, one.name, "现成的查询") for one in presets_of(record_type)]
    return (*saved, *ready)


def _period_words(source: Source) -> str:
    said = []
    if source.years_back:
        said.append("上年" if source.years_back == 1 else f"{source.years_back}年前")
    if source.span:
        said.append(codes.table("county_form_span").label(source.span))
    if source.style:
        said.append(codes.table("figure_style").label(source.style))
    return f"（{'，'.join(said)}）" if said else ""


def _field_words(table_name: str, path: str) -> str:
    record_type = BY_TABLE.get(table_name)
    if record_type is None:
        return path
    found = next((one for one in field_choices(table_name) if one.code == path), None)
    if found is None:
        return f"{record_type.about.label}没有“{path}”这一栏"
    return f"{found.group}：{found.label}"


def _query_words(query: str) -> str:
    if not query:
        return "全部"
    return "按条件" if query.lstrip().startswith("{") else query
