"""What the clerk answered once about a list: aliases, columns, words and values."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models.errors import Problem
from models.records.layouts import ListLayout
from models.sheets.layout import SheetLayout

_SHAPES = {
    "unit_aliases": str,
    "columns": str,
    "constants": str,
    "value_map": dict,
    "words": dict,
    "layouts": dict,
    "cells": dict,
    "decisions": dict,
    "clears": list,
    "left_out": list,
}


@dataclass(frozen=True, slots=True)
class SheetAnswers:
    """What the clerk answered about the rows of one sheet; see Answers."""

    cells: Mapping[str, str] = field(default_factory=dict)
    decisions: Mapping[str, str] = field(default_factory=dict)
    clears: Sequence[str] = ()
    left_out: Sequence[int] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answers to the mapping dialog.

    `columns` maps a heading to a field's name or label, or to nothing when it is to be left out;
    `value_map` maps a field's name or label to words of the list and what they stand for;
    `constants` gives the value of a field that the list does not have; `words` is a value map by
    the codes of fields, which the file remembers; `work_year` is taken where nothing tells the year
    of a sheet and nobody can be asked; `learnt` are layouts by the fingerprints of
    their headings, of files that are not imported yet. The rest is about one file, by the name of the
    sheet: `layouts` how it is laid out, `cells` the text of cells that were mended, by address,
    `decisions` what a row means, by its number, `left_out` the numbers of rows that stay out, and
    `clears` the fields that blank cells may empty.
    """

    unit_aliases: Mapping[str, str] = field(default_factory=dict)
    default_year: int | None = None
    work_year: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    value_map: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    layouts: Mapping[str, SheetLayout] = field(default_factory=dict)
    learnt: Mapping[str, ListLayout] = field(default_factory=dict)
    cells: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    decisions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    clears: Mapping[str, Sequence[str]] = field(default_factory=dict)
    left_out: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def about(self, sheet: str) -> SheetAnswers:
        """Return what was answered about the rows of a sheet."""
        return SheetAnswers(
            self.cells.get(sheet, {}),
            self.decisions.get(sheet, {}),
            self.clears.get(sheet, ()),
            self.left_out.get(sheet, ()),
        )

    @classmethod
    def load(cls, path: Path) -> "Answers":
        """Return the answers kept in a JSON file."""
        try:
            content = json.loads(path.read_text(encoding="utf-8-sig"))
        except OSError as error:
            raise Problem(f"打不开答案文件“{path.name}”", "请检查路径是否正确。") from error
        except ValueError as error:
            raise Problem(f"答案文件“{path.name}”不是有效的JSON", str(error)) from error
        return cls.from_json(content, path.name)

    @classmethod
    def from_json(cls, content: Any, name: str = "answers") -> "Answers":
        """Return the answers in a decoded JSON object; unknown keys are left alone."""
        if not isinstance(content, dict):
            raise Problem(f"答案文件“{name}”应是一个JSON对象")
        year: Any = content.get("default_year")
        if year is not None and (isinstance(year, bool) or not isinstance(year, int)):
            raise Problem(f"答案文件“{name}”中的default_year应是年份数字")
        given: dict[str, Any] = {key: content.get(key) or {} for key in _SHAPES}
        for key, inner in _SHAPES.items():
            found = given[key]
            if not isinstance(found, dict) or not all(
                isinstance(one, inner) for one in found.values()
            ):
                raise Problem(f"答案文件“{name}”中的{key}格式不对")
        given["layouts"] = _layouts(given["layouts"], name)
        return cls(default_year=year, **given)


def _layouts(found: Mapping[str, Any], name: str) -> dict[str, SheetLayout]:
    try:
        return {sheet: SheetLayout.from_json(one) for sheet, one in found.items()}
    except (TypeError, ValueError) as error:
        raise Problem(f"答案文件“{name}”中的layouts格式不对") from error
