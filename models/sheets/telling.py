"""An import in the words of the command line."""

from typing import Any

from models.sheets.plan import SAID, ImportPlan, ImportResult, SheetPlan


def as_json(plan: ImportPlan, result: ImportResult | None) -> dict[str, Any]:
    """Return what `import --json` prints about one file."""
    if result:
        plan = result.plan
    return {
        "file": plan.path.name,
        "batch": result.batch if result else None,
        "notices": list(plan.notices),
        "sheets": [_sheet(one) for one in plan.sheets],
    }


def in_words(plan: ImportPlan, result: ImportResult | None) -> str:
    """Return what `import` prints about one file."""
    if result:
        plan = result.plan
    lines = [plan.path.name, *(f"  {notice}" for notice in plan.notices)]
    for one in plan.sheets:
        lines += _words_about(one)
    if result is None:
        lines.append("  只是预览，没有写入台账。")
    elif result.batch is None:
        lines.append("  没有新内容，台账没有改动。")
    return "\n".join(lines)


def _sheet(one: SheetPlan) -> dict[str, Any]:
    return {
        "sheet": one.sheet,
        "record_type": one.record_type or None,
        "header_rows": list(one.header_rows),
        "counts": dict(one.counts),
        "rows": [
            {
                "row": row.row,
                "verdict": row.verdict,
                "messages": [
                    {
                        "column": message.column,
                        "kind": message.kind,
                        "text": message.text,
                        "cell": message.cell,
                    }
                    for message in row.messages
                ],
            }
            for row in one.rows
            if row.messages or row.verdict != "new"
        ],
        "skipped": [{"row": row.row, "why": row.why} for row in one.skipped],
        "notes": [one.refusal, *one.notes] if one.refusal else list(one.notes),
    }


def _words_about(one: SheetPlan) -> list[str]:
    if one.refusal:
        return [f"  “{one.sheet}”已跳过：{one.refusal}"]
    counts = "，".join(f"{SAID[v]}{n}" for v, n in one.counts.items() if n or v == "new")
    lines = [f"  “{one.sheet}”→{one.label}：{counts}"]
    lines += [f"    {note}" for note in one.notes]
    for row in one.rows:
        for message in row.messages:
            if message.kind != "fix":
                place = message.cell or f"第{row.row}行"
                lines.append(
                    f"    第{row.row}行 {SAID[row.verdict]} {place} {message.column}：{message.text}"
                )
    return lines
