"""Reports as files: written whole or not at all, in the format that the name ends with."""

from pathlib import Path

from models.errors import Problem
from models.store import Store
from reports.catalogue import Report, find_report
from reports.files import write_whole
from reports.pdf.render import render
from reports.request import Request
from reports.workbook import sheets_of, write_table


def write_report(store: Store, name: str, request: Request, path: Path) -> Path:
    """Save a report as the file's ending says, and return where it is."""
    report = find_report(name)
    suffix = _checked_suffix(report, path)
    if suffix == "xlsx" and report.workbook:
        return write_whole(path, report.workbook(store, request))
    document = report.document(store, request)
    if suffix == "xlsx":
        return write_table(path, sheets_of(document))
    if suffix == "docx":
        from reports.docx.writing import render_docx

        return write_whole(path, render_docx(document))
    return write_whole(path, render(document).pdf)


def _checked_suffix(report: Report, path: Path) -> str:
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in report.formats:
        endings = "、".join(f".{one}" for one in report.formats)
        written = f"不能保存为“.{suffix}”" if suffix else "要写明保存成哪种文件"
        raise Problem(f"“{report.label}”{written}", f"文件名请以{endings}结尾。")
    return suffix
