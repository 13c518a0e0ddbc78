"""Practice: how the list of one factory is read, and what a word of it stands for."""

import json
from datetime import date

from models.records.layouts import ListLayout, WordAlias
from models.store import Store

HEADINGS = ("序号", "职工姓名", "车间")


def add(store: Store) -> None:
    """Keep how one list was understood, and one word."""
    answers = {"columns": {"车间": "member.remark"}}
    store.save(
        ListLayout(
            fingerprint="练习",
            kind="member",
            headings="、".join(HEADINGS),
            answers=json.dumps(answers, ensure_ascii=False),
            file_name="职工名单.xlsx",
            used_on=date(2024, 3, 1),
        )
    )
    store.save(
        WordAlias(table_name="member", field_name="nation", word="回汉", meaning="回族"),
    )
