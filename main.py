"""工会案头: opens the window, or runs one headless command."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from multiprocessing import freeze_support
from pathlib import Path
from typing import TYPE_CHECKING

from models import clock
from models.errors import Problem
from models.periods import Period, between, statistics_year, year_period
from ui.arguments import Command, command_parser, window_parser

if TYPE_CHECKING:
    from models.figures.figure import Figure
    from models.proofreading.findings import Finding
    from models.records.base import Record
    from models.sheets.plan import ImportPlan, ImportResult
    from models.store import Store


def main(arguments: Sequence[str]) -> int:
    """Run the program; 0 done, 1 a Problem (its sentence on stderr), 2 wrong arguments."""
    _speak_utf8()
    given = list(arguments)
    try:
        if given and given[0] in COMMANDS:
            options = command_parser(COMMANDS).parse_args(given)
            run: Command = options.run
            run(options)
            return 0
        return _open_window(window_parser(COMMANDS).parse_args(given))
    except Problem as problem:
        _complain(str(problem))
        return 1
    except BrokenPipeError:
        # Whoever read our output, such as head, has seen enough.
        sys.stdout = None
        return 0


def _speak_utf8() -> None:
    # A packaged program on Windows may have no console, or one that is not UTF-8.
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _say(text: str) -> None:
    if sys.stdout is not None:
        sys.stdout.write(f"{text}\n")


def _complain(text: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")


def _say_json(answer: object) -> None:
    _say(json.dumps(answer, ensure_ascii=False, indent=1))


def _open_window(options: argparse.Namespace) -> int:
    if options.self_test:
        from ui.self_test import run_self_test

        return run_self_test(_say)
    from ui.app import run_window

    return run_window(options.file, demo=options.demo)


def _new(options: argparse.Namespace) -> None:
    from models.practice import build_practice_town
    from models.records.town import Town
    from models.store import Store

    if options.demo:
        build_practice_town(options.file).close()
        _say(f"已建立练习镇台账：{options.file}")
        return
    town = Town(
        name=options.town,
        union_name=f"{options.town}总工会",
        parent_union=options.parent,
        year=options.year or clock.today().year,
    )
    Store.create(options.file, town).close()
    _say(f"已建立台账：{options.file}")


def _import(options: argparse.Namespace) -> None:
    from models.backup.local import local_copy
    from models.sheets.answers import Answers
    from models.sheets.committing import commit_import
    from models.sheets.planning import import_order, plan_import
    from models.store import Store

    answers = Answers.load(options.answers) if options.answers else Answers()
    told: dict[int, tuple[ImportPlan, ImportResult | None]] = {}
    refused: list[tuple[Path, Problem]] = []
    with Store.open(options.office) as store:
        if not options.dry_run:
            local_copy(store.connection, store.path, "导入前")
        # Nobody can be asked here; the note that the sheet gets says which year was taken.
        answers = replace(answers, work_year=store.town().year)
        for place in import_order(options.sheets):
            path = options.sheets[place]
            try:
                plan = plan_import(
                    store, path, as_type=options.record_type, year=options.year, answers=answers
                )
                told[place] = plan, None if options.dry_run else commit_import(store, plan)
            except Problem as problem:
                refused.append((path, problem))
    done = [told[place] for place in sorted(told)]
    # Told first: what was imported stays so when the list of errors cannot be written.
    _tell_import(options, done, refused)
    if options.errors:
        from reports.bad_rows import write_bad_rows

        write_bad_rows(options.errors, [plan for plan, _ in done])


def _tell_import(
    options: argparse.Namespace,
    done: Sequence[tuple[ImportPlan, ImportResult | None]],
    refused: Sequence[tuple[Path, Problem]],
) -> None:
    from models.sheets.telling import as_json, in_words

    if options.json:
        unread: list[dict[str, object]] = [
            {"file": path.name, "batch": None, "sheets": [], "problem": str(problem)}
            for path, problem in refused
        ]
        _say_json([*(as_json(plan, result) for plan, result in done), *unread])
    else:
        for plan, result in done:
            _say(in_words(plan, result))
    for path, problem in refused:
        _complain(f"{path.name}：{problem}")
    if not done:
        raise Problem("没有读到任何内容，台账没有改动")


def _template(options: argparse.Namespace) -> None:
    from reports.template_files import write_named_template

    write_named_template(options.type, options.out, options.year, options.office)
    _say(f"已生成空表：{options.out}")


def _fill(options: argparse.Namespace) -> None:
    from ui.form_filling import run_filling

    _say(run_filling(options))


def _records(options: argparse.Namespace) -> None:
    from models.asking.wanted import wanted_ids
    from models.fields import fields_of
    from models.records import BY_TABLE
    from models.store import Store

    if options.list:
        _say("\n".join(f"{table}\t{one.about.label}" for table, one in BY_TABLE.items()))
        return
    if options.type not in BY_TABLE:
        wrong = f"没有“{options.type}”这类记录" if options.type else "没有说明列出哪类记录"
        raise Problem(wrong, "用 records --list 看有哪些类型。")
    if options.office is None:
        raise Problem("没有说明是哪个台账文件", "请加上 --office 台账文件。")
    record_type = BY_TABLE[options.type]
    with Store.open(options.office) as store:
        wanted = wanted_ids(store, record_type, words=options.find, query=options.query)
        if options.out:
            _save_records(store, record_type, wanted, options)
            return
        found = [one for one in store.all(record_type) if wanted is None or one.id in wanted]
    fields = fields_of(record_type)
    rows = [
        {"id": one.id, **{name: kind.show(getattr(one, name)) for name, kind in fields.items()}}
        for one in found
    ]
    if options.json:
        _say_json(rows)
        return
    columns = record_type.about.columns
    _say("\t".join(("id", *(fields[name].label for name in columns))))
    for row in rows:
        _say("\t".join(str(row[name]) for name in ("id", *columns)))


def _save_records(
    store: Store,
    record_type: type[Record],
    wanted: Collection[int] | None,
    options: argparse.Namespace,
) -> None:
    from reports.records_file import write_records

    names = [one.strip() for one in options.columns.split(",") if one.strip()]
    count = write_records(options.out, store, record_type, names=names, wanted=wanted)
    _say(f"已导出{count}{record_type.about.measure}：{options.out}")


def _figures(options: argparse.Namespace) -> None:
    from models.figures.catalogue import compute
    from models.figures.proof import proof_of
    from models.figures.telling import as_json
    from models.store import Store

    with Store.open(options.office) as store:
        period = _period(options)
        figures = _wanted(compute(store, period), options.code)
        if options.proof:
            _say("\n".join(line for one in figures.values() for line in proof_of(store, one)))
        elif options.json:
            # Some records are read only now, when they are counted.
            _say_json(as_json(figures, period))
        else:
            for figure in figures.values():
                _say(f"{figure.code}\t{figure.definition.label}\t{figure.exact}")


def _wanted(figures: Mapping[str, Figure], codes: Sequence[str]) -> Mapping[str, Figure]:
    unknown = [code for code in codes if code not in figures]
    if unknown:
        raise Problem(f"没有“{unknown[0]}”这个数字", "用 figures 命令不带 --code 看有哪些。")
    return {code: figures[code] for code in codes} if codes else figures


def _period(options: argparse.Namespace) -> Period:
    if (options.first is None) != (options.last is None):
        raise Problem(
            "没有说清统计哪一段时间", "请用 --year 2024，或 --from 与 --to，或 --stat-year。"
        )
    if options.year is not None:
        return _begun(year_period(options.year, options.as_of))
    if options.stat_year is not None:
        return _begun(statistics_year(options.stat_year, options.as_of))
    if options.last < options.first:
        raise Problem("结束日期早于开始日期", "请对调 --from 与 --to。")
    return _begun(between(options.first, options.last, options.as_of))


def _year_asked(options: argparse.Namespace, store: Store) -> Period:
    """Return the year of the options, else the office's, else this one."""
    year = options.year or store.town().year or clock.today().year
    return _begun(year_period(year, options.as_of))


def _begun(period: Period) -> Period:
    if period.as_of < period.first:
        raise Problem(f"截止日期{period.as_of}早于这段时间的第一天{period.first}", "请改 --as-of。")
    return period


def _list_reports(options: argparse.Namespace) -> None:
    from reports.catalogue import REPORTS

    if options.json:
        _say_json([one.facts() for one in REPORTS])
        return
    for one in REPORTS:
        keys = "、".join(f"{parameter.key}={parameter.label}" for parameter in one.parameters)
        _say("\t".join((one.name, one.label, "/".join(one.formats), keys)).rstrip())


def _report(options: argparse.Namespace) -> None:
    from models.store import Store
    from reports.catalogue import find_report
    from reports.output import write_report

    report = find_report(options.name)
    with Store.open(options.office) as store:
        request = report.request(
            _year_asked(options, store),
            profile=options.profile or "",
            values=_settings(options.settings),
        )
        write_report(store, report.name, request, options.out)
    _say(f"已生成：{options.out}")


def _read_back(options: argparse.Namespace) -> None:
    from models.figures.catalogue import Figures
    from models.store import Store
    from reports.docx.reading import read_back
    from reports.docx.telling import as_json, findings, in_words

    differences = read_back(options.document)
    with Store.open(options.office) as store:
        figures = Figures(store, _year_asked(options, store))
        if options.json:
            _say_json(as_json(differences, figures))
            return
        found = findings(differences, figures)
    _say("\n".join((in_words(found), *("\t".join(one.cells) for one in found))))


def _settings(pairs: Sequence[str]) -> dict[str, str]:
    wrong = [one for one in pairs if "=" not in one]
    if wrong:
        raise Problem(f"“{wrong[0]}”看不懂", "请写成 --set 名称=值。")
    return dict(one.split("=", 1) for one in pairs)


def _back_up(options: argparse.Namespace) -> None:
    from models.backup.stick import back_up
    from models.store import Store

    with Store.open(options.office) as store:
        copy = back_up(store.connection, options.to, town=store.town().name)
    _say(f"已备份并核对：{copy.path}")


def _verify(options: argparse.Namespace) -> None:
    from models.backup.checking import verify

    found = verify(options.backup)
    if options.json:
        _say_json(
            {
                "town": found.town,
                "created": found.created.isoformat(),
                "schema_version": found.schema_version,
                "sha256": found.sha256,
                "counts": found.counts,
                "notices": list(found.notices),
            }
        )
        return
    _say(
        f"备份可以恢复：{found.town}，{found.created:%Y年%m月%d日 %H:%M}。{_counted(found.counts)}"
    )
    for notice in found.notices:
        _say(notice)


def _restore(options: argparse.Namespace) -> None:
    from models.backup.restoring import restore

    done = restore(options.backup, options.office)
    _say(f"已恢复：{done.path}。{_counted(done.verified.counts)}")
    if done.undo_point:
        _say(f"恢复前的台账留在：{done.undo_point}")


def _counted(counts: dict[str, int]) -> str:
    from models.records import RECORDS

    named = ((one.about.label, counts.get(one.about.table, 0)) for one in RECORDS)
    return "、".join(f"{label}{count}" for label, count in named if count)


def _forget_password(options: argparse.Namespace) -> None:
    from models.access import REMOVAL, remove_password
    from models.store import Store

    if options.confirm != REMOVAL:
        raise Problem("没有去掉密码", f"确实要去掉，请加上 --confirm {REMOVAL}。")
    with Store.open(options.file) as store:
        remove_password(store)
    _say(f"已{REMOVAL}：{options.file}。修改记录里记了这一步。")


def _check(options: argparse.Namespace) -> None:
    from models import history
    from models.backup.soundness import check_fully, table_counts
    from models.store import Store

    with Store.open(options.office) as store:
        check_fully(store.connection)
        counts = table_counts(store.connection)
        altered = history.altered_operations(store.connection)
        told = (f"操作记录“{one.label}”的内容与当时封存的不一致" for one in altered)
        notices = (*store.notices, *told)
    if options.json:
        _say_json({"ok": True, "counts": counts, "notices": list(notices)})
        return
    _say(f"台账文件完好。{_counted(counts)}")
    for notice in notices:
        _say(notice)


def _checks(options: argparse.Namespace) -> None:
    from models.proofreading.telling import as_json, in_words

    found = _checked_text(options) if options.text else _checked_summary(options)
    if options.json:
        _say_json(as_json(found))
    else:
        _say(in_words(found))


def _checked_text(options: argparse.Namespace) -> Sequence[Finding]:
    from models.proofreading.reading import decode, read_text
    from models.proofreading.setting import Setting, setting_of
    from models.proofreading.text import check_text
    from models.store import Store

    is_typed = str(options.text) == "-"
    text = decode(sys.stdin.buffer.read(), "标准输入") if is_typed else read_text(options.text)
    if options.office is None:
        return check_text(text, Setting(year=options.year))
    with Store.open(options.office) as store:
        return check_text(text, setting_of(store, options.year))


def _checked_summary(options: argparse.Namespace) -> Sequence[Finding]:
    from models.store import Store
    from reports.summary.checks import check_office
    from reports.summary.draft import draft_of

    if options.office is None:
        raise Problem("没有说明检查什么", "请加上 --office 台账文件，或 --text 文本文件。")
    with Store.open(options.office) as store:
        return check_office(draft_of(store, _year_asked(options, store)))


COMMANDS: dict[str, tuple[str, Command]] = {
    "new": ("新建台账文件", _new),
    "import": ("导入 Excel 台账", _import),
    "template": ("生成供填写的空表", _template),
    "fill": ("把数字填进上级的表格", _fill),
    "records": ("列出记录", _records),
    "figures": ("计算各项数字", _figures),
    "list-reports": ("列出可打印的表", _list_reports),
    "report": ("生成总结、名册或证书", _report),
    "read-back": ("读回改过的Word总结，列出手工改动的数字", _read_back),
    "backup": ("备份到U盘或文件夹", _back_up),
    "verify": ("核对一份备份", _verify),
    "restore": ("从备份恢复", _restore),
    "check": ("检查台账文件是否完好", _check),
    "forget-password": ("忘记启动密码时去掉它", _forget_password),
    "checks": ("逻辑检查：总结的数字和文字，或一个文本文件", _checks),
}


if __name__ == "__main__":
    # The packaged program is its own Python: this lets it be the child that reads an xls file.
    freeze_support()
    sys.exit(main(sys.argv[1:]))
