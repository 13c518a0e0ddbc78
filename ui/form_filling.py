"""The county's forms without a window: kept, mapped, filled and handed up from the command line."""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from models import clock
from models.county_forms.filling import FillPlan, file_form, period_for, plan_fill, title_for
from models.county_forms.finding import Found
from models.county_forms.mapping import (
    add_form,
    book_of,
    forms,
    map_places,
    mapped_in,
    new_blank,
    take_new_blank,
)
from models.county_forms.places import Place, cell_at
from models.county_forms.reading import read_blank
from models.county_forms.sources import Kind, Source, source_of, source_words
from models.county_forms.wants import Way
from models.errors import Problem
from models.records import BY_TABLE
from models.records.base import Record
from models.records.county_forms import CountyForm
from models.records.reported import FiledPaper
from models.store import Store
from reports.filling.fill import save_filled

HOW = '写成 [{"cell": "C5", "source": "figure", "content": "unions_total"}] 的样子。'


def run_filling(options: argparse.Namespace) -> str:
    """Do what the fill command was asked, and return what to say about it."""
    with Store.open(options.office) as store:
        if options.list:
            return json.dumps([_facts(store, one) for one in forms(store)], ensure_ascii=False)
        form, taken = _kept_form(store, options)
        if options.map:
            choices = _choices(options.map, store, form)
            map_places(store, form, choices)
        if options.out is None:
            return f"上级表格“{form.name}”对应了{len(mapped_in(store, form))}处"
        plan = _filled(store, form, options)
    return _told(plan, options.out, taken or plan.found)


def _kept_form(store: Store, options: argparse.Namespace) -> tuple[CountyForm, Sequence[Found]]:
    """Return the form that is meant, and where its places are in the blank that it took over."""
    if options.add:
        return add_form(store, options.add, CountyForm(name=options.form or "")), ()
    known = forms(store)
    for one in known:
        if options.form == one.name or (not options.form and len(known) == 1):
            return _with_new_blank(store, one, options)
    names = "、".join(one.name for one in known) or "还没有，用 --add 空表.xlsx 添加"
    asked = f"没有叫“{options.form}”的上级表格" if options.form else "没有说明填哪张上级表格"
    raise Problem(asked, f"有这些：{names}。")


def _with_new_blank(
    store: Store, form: CountyForm, options: argparse.Namespace
) -> tuple[CountyForm, Sequence[Found]]:
    if not options.take:
        return form, ()
    blank = new_blank(store, form, options.take, options.year)
    return take_new_blank(store, form, blank), blank.found


def _filled(store: Store, form: CountyForm, options: argparse.Namespace) -> FillPlan:
    blank = read_blank(options.blank)[0] if options.blank else b""
    year = options.year or form.year or store.town().year or clock.today().year
    record = _record(store, form, options.record)
    plan = plan_fill(store, form, period_for(store, form, year), record=record, blank=blank)
    save_filled(plan, options.out)
    if options.file:
        paper = FiledPaper(filed_on=clock.today(), file_name=options.out.name)
        with store.change(f"登记已上报 {title_for(store, plan)}"[:120]):
            file_form(store, plan, paper, options.out.read_bytes())
    return plan


def _record(store: Store, form: CountyForm, number: int | None) -> Record | None:
    if not form.table_name:
        return None
    label = BY_TABLE[form.table_name].about.label
    if number is None:
        raise Problem(f"“{form.name}”一条{label}填一张", "请用 --record 说明是哪一条的编号。")
    return store.get(BY_TABLE[form.table_name], number)


def _told(plan: FillPlan, out: Path, found: Sequence[Found]) -> str:
    done = sum(not one.trouble for one in plan.entries)
    lines = [f"已填好：{out}，填了{done}处，还有{len(plan.unmapped)}处没有对应"]
    lines += [f"没有填：{one.mapped.label}。{one.trouble}" for one in plan.troubles]
    lines += [
        f"请核对：{one.place.address} {one.words}"
        for one in found
        if one.place is not None and one.words
    ]
    return "\n".join(lines)


def _facts(store: Store, form: CountyForm) -> dict[str, object]:
    cells = [
        {
            "sheet": one.sheet,
            "cell": one.address,
            "way": one.way,
            "label": one.label,
            "source": source_words(store, source_of(one), form.table_name),
        }
        for one in mapped_in(store, form)
    ]
    return {"name": form.name, "year": form.year, "file": form.file_name, "cells": cells}


def _choices(path: Path, store: Store, form: CountyForm) -> list[tuple[Place, Way, Source]]:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Problem(f"“{path.name}”读不出来", HOW) from error
    if not isinstance(said, list) or not all(isinstance(one, dict) for one in said) or not said:
        raise Problem(f"“{path.name}”里不是一列对应关系", HOW)
    names = {one.name: one.place for one in book_of(store, form).sheets}
    return [_choice(one, names) for one in said]


def _choice(one: Mapping[str, object], sheets: Mapping[str, int]) -> tuple[Place, Way, Source]:
    def text(name: str, usual: str = "") -> str:
        return str(one.get(name) or usual)

    sheet, way = text("sheet", next(iter(sheets), "")), text("way", "cell")
    kind = text("source")
    if sheet not in sheets:
        raise Problem(f"空表里没有工作表“{sheet}”", HOW)
    if way not in ("cell", "slot", "column"):
        raise Problem(
            f"填法“{way}”看不懂", "可以是 cell（一格）、slot（格内空白）、column（整列）。"
        )
    if kind not in ("figure", "setting", "field", "column", "serial", "constant"):
        raise Problem(f"来源“{kind}”看不懂", HOW)
    try:
        cell = cell_at(text("cell").upper())
    except ValueError:
        raise Problem(f"“{text('cell')}”不是单元格", HOW) from None
    number = text("slot", "1")
    place = Place(sheets[sheet], *cell, int(number) - 1 if way == "slot" else -1)
    source = Source(
        kind=cast("Kind", kind),
        content=text("content"),
        years_back=int(text("years_back", "0")),
        span=text("span"),
        style=text("style"),
        table_name=text("record_type"),
        query=text("query"),
    )
    return place, cast("Way", way), source
