"""Practice: last year's form of the county, mapped but for two cells."""

import hashlib
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.sax.saxutils import escape

from models.attachments import keep_bytes
from models.county_forms.mapping import mapped_rows
from models.county_forms.places import Place, address_of, cell_at
from models.county_forms.reading import read_book
from models.county_forms.sources import Source
from models.county_forms.wants import Way
from models.practice.names import COUNTY
from models.records.county_forms import CountyForm
from models.store import Store

YEAR = 2024
NAME = "基层工会组织建设情况统计表"
FILE_NAME = f"{YEAR}年{NAME}.xlsx"
SHEET = "组织建设"
TITLE, PLAIN, BOXED, HEAD = 1, 0, 2, 3
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROWS = (
    ("基层工会数", "个", "unions_total"),
    ("本年新建工会数", "个", "unions_new"),
    ("职工人数", "人", "workers"),
    ("　其中：女职工", "人", "workers_female"),
    ("会员人数", "人", "members_active"),
    ("　其中：女会员", "人", "members_female"),
    ("　其中：农民工会员", "人", ""),
)
FIRST_ROW = 4
_THIN = "".join(f'<{one} style="thin"/>' for one in ("left", "right", "top", "bottom"))
_STYLES = (
    '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font>'
    '<font><b/><sz val="16"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    f'<borders count="2"><border/><border>{_THIN}</border></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/>'
    '<xf fontId="1"><alignment horizontal="center"/></xf><xf borderId="1"/>'
    '<xf borderId="1"><alignment horizontal="center"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def add(store: Store) -> None:
    """Keep the form, and where its figures come from."""
    data = blank()
    form = store.save(
        CountyForm(
            name=NAME,
            recipient=f"{COUNTY}总工会",
            year=YEAR,
            file_name=FILE_NAME,
            file_hash=hashlib.sha256(data).hexdigest(),
        )
    )
    keep_bytes(store, form, FILE_NAME, data)
    for one in mapped_rows(form, read_book(data, FILE_NAME), list(_choices())):
        store.save(one)


def blank() -> bytes:
    """Return the county's blank workbook."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _parts().items():
            # A fixed date: the practice town is the same whenever it is made.
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content)
    return file.getvalue()


def _choices() -> Iterator[tuple[Place, Way, Source]]:
    yield Place(0, 1, 0, 0), "slot", Source(kind="setting", content="union_name")
    yield Place(0, 1, 2, 0), "slot", Source(kind="setting", content="today")
    for row, (_, _, figure) in enumerate(ROWS, start=FIRST_ROW):
        if figure:
            yield Place(0, row, 2), "cell", Source(kind="figure", content=figure)
            last_year = Source(kind="figure", content=figure, years_back=1)
            yield Place(0, row, 3), "cell", last_year


def _parts() -> dict[str, str]:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    workbook = f"{_SHEET_TYPE}.sheet.main+xml"
    overrides = (
        ("/xl/workbook.xml", workbook),
        ("/xl/worksheets/sheet1.xml", f"{_SHEET_TYPE}.worksheet+xml"),
        ("/xl/styles.xml", f"{_SHEET_TYPE}.styles+xml"),
    )
    types = "".join(f'<Override PartName="{n}" ContentType="{kind}"/>' for n, kind in overrides)
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        f'ContentType="{relations}"/>{types}</Types>',
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{_STYLES}</styleSheet>',
        "xl/worksheets/sheet1.xml": _sheet(),
    }
    return {name: head + content for name, content in parts.items()}


def _relations(*targets: tuple[str, str]) -> str:
    said = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{said}</Relationships>'


def _sheet() -> str:
    cells = dict(_cells())
    rows = "".join(_row(number, cells) for number in range(FIRST_ROW + len(ROWS)))
    merges = ("A1:E1", "A2:B2", "C2:E2")
    merged = "".join(f'<mergeCell ref="{one}"/>' for one in merges)
    return (
        f'<worksheet xmlns="{MAIN}"><cols><col min="1" max="1" width="26" customWidth="1"/>'
        '<col min="2" max="5" width="14" customWidth="1"/></cols>'
        f'<sheetData>{rows}</sheetData><mergeCells count="{len(merges)}">{merged}</mergeCells>'
        "</worksheet>"
    )


def _cells() -> Iterator[tuple[tuple[int, int], tuple[str, int]]]:
    yield cell_at("A1"), (f"{COUNTY}{YEAR}年{NAME}", TITLE)
    yield cell_at("A2"), ("填报单位：　　　　　　", PLAIN)
    yield cell_at("C2"), ("填报日期：    年  月  日", PLAIN)
    headings = ("指标名称", "计量单位", f"{YEAR}年", f"{YEAR - 1}年", "比上年增减")
    for column, words in enumerate(headings):
        yield (2, column), (words, HEAD)
        yield (3, column), (("甲", "乙", "1", "2", "3")[column], HEAD)
    for row, (words, unit, _) in enumerate(ROWS, start=FIRST_ROW):
        now, before = address_of(row, 2), address_of(row, 3)
        line = ((words, BOXED), (unit, HEAD), ("", BOXED), ("", BOXED), (f"={now}-{before}", BOXED))
        yield from (((row, column), one) for column, one in enumerate(line))


def _row(row: int, cells: dict[tuple[int, int], tuple[str, int]]) -> str:
    written = "".join(
        _cell(address_of(row, column), *cells[row, column])
        for column in range(5)
        if (row, column) in cells
    )
    return f'<row r="{row + 1}">{written}</row>'


def _cell(address: str, words: str, style: int) -> str:
    if not words:
        return f'<c r="{address}" s="{style}"/>'
    if words.startswith("="):
        return f'<c r="{address}" s="{style}"><f>{escape(words[1:])}</f></c>'
    text = f"<is><t>{escape(words)}</t></is>"
    return f'<c r="{address}" s="{style}" t="inlineStr">{text}</c>'
