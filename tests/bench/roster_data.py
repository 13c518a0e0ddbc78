"""Writes the rows of the benchmark roster: python -m tests.bench.roster_data COUNT OUT.json."""

import json
import sys
from pathlib import Path
from typing import Any

from tests.bench.data import invent_units

TITLE = "企业台账"
AUTHOR = "示例镇总工会"
DAY = "截止日期：2024年12月31日"
SIGNATURES = ("制表人：", "审核人：", "负责人：")
# Heading, share of the sheet's width, alignment.
COLUMNS = (
    ("序号", 3.4, "center"),
    ("单位名称", 13, "left"),
    ("统一社会信用代码", 13.4, "center"),
    ("类别", 4, "center"),
    ("所属行业", 7, "center"),
    ("法定代表人", 5.6, "center"),
    ("联系电话", 8, "center"),
    ("职工人数", 4.6, "right"),
    ("所在村", 6, "center"),
    ("主营业务", 8, "left"),
)
NAME = 1


def make_roster(count: int) -> dict[str, Any]:
    """Return the columns, the rows and the total of a roster."""
    units = list(invent_units(count))
    rows = [
        [
            str(number),
            unit.name,
            unit.credit_code,
            "企业",
            unit.industry,
            unit.person,
            unit.phone,
            str(unit.workers),
            unit.village,
            f"{unit.trade}生产销售",
        ]
        for number, unit in enumerate(units, 1)
    ]
    total = ["合计", f"{count}家", *[""] * 5, str(sum(unit.workers for unit in units)), "", ""]
    return {"columns": COLUMNS, "rows": rows, "total": total}


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(
        json.dumps(make_roster(int(sys.argv[1])), ensure_ascii=False), encoding="utf-8"
    )
