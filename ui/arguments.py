"""What the program understands of its command line."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from models.version import VERSION

Command = Callable[[argparse.Namespace], None]
Commands = Mapping[str, tuple[str, Command]]


def window_parser(commands: Commands) -> argparse.ArgumentParser:
    """Return what is understood when the window is to open."""
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="工会案头：不带参数打开窗口；也可以只运行一个命令："
        + "、".join(f"{name}（{words}）" for name, (words, _) in commands.items()),
    )
    parser.add_argument("file", nargs="?", type=Path, help="台账文件")
    parser.add_argument("--demo", action="store_true", help="打开练习镇")
    parser.add_argument("--version", action="version", version=f"工会案头 {VERSION}")
    parser.add_argument("--self-test", action="store_true", help="检查程序本身是否完整")
    return parser


def command_parser(commands: Commands) -> argparse.ArgumentParser:
    """Return what is understood of the commands that open no window."""
    parser = argparse.ArgumentParser(prog="main.py")
    choice = parser.add_subparsers(required=True)
    made = {}
    for name, (words, run) in commands.items():
        made[name] = choice.add_parser(name, help=words, description=words)
        made[name].set_defaults(run=run)
    for name in ("import", "fill", "figures", "report", "read-back", "backup", "restore", "check"):
        made[name].add_argument("--office", type=Path, required=True, help="台账文件")
    for name in (
        "import",
        "records",
        "figures",
        "list-reports",
        "read-back",
        "verify",
        "check",
        "checks",
    ):
        made[name].add_argument("--json", action="store_true", help="按 JSON 输出")
    _add_new(made["new"])
    _add_import(made["import"])
    _add_template(made["template"])
    _add_fill(made["fill"])
    _add_records(made["records"])
    _add_figures(made["figures"])
    _add_report(made["report"])
    _add_read_back(made["read-back"])
    _add_checks(made["checks"])
    made["backup"].add_argument("--to", type=Path, required=True, help="U盘或文件夹")
    made["forget-password"].add_argument("file", type=Path, help="台账文件")
    made["forget-password"].add_argument("--confirm", default="", help="确认要做的事：去掉启动密码")
    made["verify"].add_argument("backup", type=Path, help="备份文件")
    made["restore"].add_argument("backup", type=Path, help="备份文件")
    return parser


def _year(text: str) -> int:
    if len(text) == 4 and text.isascii() and text.isdigit() and 1900 <= int(text) <= 2200:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}”不是年份，请写四位数字，如2024")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”应写成2024-05-01的样子") from None


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="新台账文件")
    parser.add_argument("--demo", action="store_true", help="建立练习镇")
    parser.add_argument("--town", default="本镇", help="镇名，如示例镇")
    parser.add_argument("--parent", default="上级工会", help="上级工会名称")
    parser.add_argument("--year", type=_year, help="工作年度")


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sheets", nargs="+", type=Path, metavar="SHEET", help="Excel或CSV文件")
    parser.add_argument("--as", dest="record_type", metavar="TYPE", help="按哪类记录导入")
    parser.add_argument("--year", type=_year, help="没写年份的日期属于哪一年")
    parser.add_argument("--answers", type=Path, metavar="ANSWERS.json", help="事先回答好的对应关系")
    parser.add_argument("--dry-run", action="store_true", help="只看结果，不写入")
    parser.add_argument("--errors", type=Path, metavar="OUT.xlsx", help="把有问题的行另存一份")


def _add_template(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "type", metavar="TYPE", help="台账种类，如 unit；官方表是 official-members、official-unions"
    )
    parser.add_argument("--year", type=_year, help="年度，默认今年")
    parser.add_argument("--office", type=Path, help="台账文件，官方表的填表单位和下拉框从它取")
    parser.add_argument("--out", type=Path, required=True, help="输出文件，.xlsx")


def _add_fill(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("form", nargs="?", default="", help="上级表格的名称，只有一张时可以不写")
    parser.add_argument("--year", type=_year, help="年度，默认空表的年度")
    parser.add_argument("--record", type=int, help="一条记录一张的表，填哪一条（编号）")
    parser.add_argument("--out", type=Path, help="填好另存为，.xlsx")
    parser.add_argument("--file", action="store_true", help="同时登记为已上报，留底")
    parser.add_argument("--list", action="store_true", help="列出上级表格和已有的对应")
    blanks = parser.add_mutually_exclusive_group()
    blanks.add_argument("--add", type=Path, metavar="BLANK.xlsx", help="添加一张空表")
    blanks.add_argument("--take", type=Path, metavar="BLANK.xlsx", help="换成今年的新表")
    blanks.add_argument("--blank", type=Path, metavar="BLANK.xlsx", help="这次填另一个文件")
    parser.add_argument("--map", type=Path, metavar="MAP.json", help="按文件里写的对应")


def _add_records(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("type", nargs="?", help="记录类型，如 unit")
    parser.add_argument("--office", type=Path, help="台账文件")
    parser.add_argument("--find", default="", metavar="TEXT", help="汉字、拼音首字母或数字")
    parser.add_argument(
        "--query", default="", metavar="NAME_OR_JSON", help="查询的名称，或它的 JSON 写法"
    )
    parser.add_argument("--list", action="store_true", help="列出记录类型")
    parser.add_argument("--out", type=Path, metavar="OUT.xlsx", help="存成 Excel，号码完整")
    parser.add_argument("--columns", default="", metavar="NAME,NAME", help="Excel 里只要这些列")


def _add_figures(parser: argparse.ArgumentParser) -> None:
    spans = parser.add_mutually_exclusive_group(required=True)
    spans.add_argument("--year", type=_year, help="年度")
    spans.add_argument("--stat-year", type=_year, help="统计年度（上年10月1日至9月30日）")
    spans.add_argument("--from", dest="first", type=_day, help="开始日期")
    parser.add_argument("--to", dest="last", type=_day, help="结束日期")
    parser.add_argument("--as-of", type=_day, help="截止日期，默认本期最后一天")
    parser.add_argument("--code", action="append", default=[], help="只要这个数字，可写几次")
    parser.add_argument("--proof", action="store_true", help="每个数字写出算法和它计入的记录")


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="报表名称，用 list-reports 查看")
    parser.add_argument("--year", type=_year, help="年度")
    parser.add_argument("--as-of", type=_day, help="截止日期，默认年末")
    parser.add_argument("--set", dest="settings", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--profile", choices=("内部", "上报", "公示"), help="隐私方式")
    parser.add_argument("--out", type=Path, required=True, help="输出文件，.pdf、.docx 或 .xlsx")


def _add_read_back(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", type=Path, metavar="FILE.docx", help="导出后改过的总结")
    parser.add_argument("--year", type=_year, help="年度")
    parser.add_argument("--as-of", type=_day, help="截止日期，默认年末")


def _add_checks(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--office", type=Path, help="台账文件")
    parser.add_argument("--year", type=_year, help="年度")
    parser.add_argument("--as-of", type=_day, help="截止日期，默认年末")
    parser.add_argument(
        "--text", type=Path, metavar="FILE.txt", help="检查一个文本文件，- 是标准输入"
    )
