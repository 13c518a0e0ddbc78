"""Every step has a name that reads well after 撤销."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.naming import MOST_CHARS, name_of, step_of
from models.practice import build_practice_town
from models.records import RECORDS
from models.records.base import Record
from models.records.service import Visit, VisitTalk
from models.store import Store
from tests.models.conftest import TOWN

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [*(ROOT / "models").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]
# What the program writes about itself is named by the page that writes it.
BY_THEIR_PAGES = {"summary_paper", "summary_part", "summary_text", "filed_figure"}


def labels() -> Iterator[tuple[str, str]]:
    """Yield every name of a step that stands in the program, with 〇 for what is filled in."""
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            if node.func.attr == "change" and node.args:
                text = words_of(node.args[0])
                if text is not None:
                    yield f"{file.name}:{node.lineno}", text


def words_of(node: ast.expr) -> str | None:
    if isinstance(node, ast.Subscript):
        return words_of(node.value)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (one.value if isinstance(one, ast.Constant) else "〇" for one in node.values)
        return "".join(str(part) for part in parts)
    return None


def test_every_step_in_the_program_is_named_in_chinese_and_says_what_it_does() -> None:
    found = dict(labels())

    assert len(found) > 25
    for place, words in found.items():
        assert re.search("[一-鿿〇]", words), place
        assert words == words.strip(), place
        assert not words.endswith(("修改记录", "保存", "修改", "删除")), (place, words)


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The practice town: something of every kind."""
    store = build_practice_town(tmp_path_factory.mktemp("town") / "练习镇.db")
    yield store
    store.close()


@pytest.mark.parametrize("record_type", RECORDS, ids=lambda one: one.about.table)
def test_deleting_any_record_names_it_in_few_words(
    practice: Store, record_type: type[Record]
) -> None:
    if record_type.about.table in BY_THEIR_PAGES:
        return
    for record in practice.first(record_type, 5):
        step = step_of("删除", practice, record, count=12)

        named = step.removeprefix(f"删除{record.about.label} ").removesuffix(
            f"等12{record.about.measure}"
        )
        assert named not in ("", record.about.label)
        assert len(named) <= MOST_CHARS
        assert "None" not in step


def test_a_record_without_a_title_is_named_by_its_day_and_place(tmp_path: Path) -> None:
    from datetime import date

    with Store.create(tmp_path / "空谷镇.db", TOWN) as store:
        untitled = Visit(visited_on=date(2024, 3, 13))
        with store.change("新增"):
            (visit,) = store.save_all([untitled])
            (talk,) = store.save_all([VisitTalk(visit=visit.id, person_name="张三")])

        assert "3" in name_of(store, visit)
        assert name_of(store, talk).endswith("张三")
        assert name_of(store, talk) != "张三"
