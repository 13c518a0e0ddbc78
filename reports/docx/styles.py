"""The named styles of the editable file, as the standard sets titles, headings and text."""

from dataclasses import dataclass
from typing import Final, Literal

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reports.docx.measures import LINE

Align = Literal["both", "center", "left", "right"]

# Fonts that Windows and WPS have; what is used in place of a missing 小标宋 stands in fontTable.xml.
TITLE_FONT, BODY_FONT, LEVEL_1_FONT, LEVEL_2_FONT = "方正小标宋简体", "仿宋", "黑体", "楷体"
NUMBER_FONT = "宋体"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """A paragraph style; `half_points` is its size, `outline` its place in the navigation pane."""

    id: str
    name: str
    font: str = BODY_FONT
    half_points: int = 32
    align: Align = "both"
    is_indented: bool = False
    is_kept_with_next: bool = False
    outline: int | None = None
    line: int = LINE


MARK = TextStyle(
    id="GongwenMark", name="发文机关标志", font=TITLE_FONT, half_points=84, align="center", line=920
)
NUMBER = TextStyle(id="GongwenNumber", name="发文字号", align="center")
BLANK = TextStyle(id="GongwenBlank", name="公文空行")
TITLE = TextStyle(
    id="GongwenTitle",
    name="公文标题",
    font=TITLE_FONT,
    half_points=44,
    align="center",
    is_kept_with_next=True,
    outline=0,
)
SUBTITLE = TextStyle(
    id="GongwenSubtitle",
    name="公文副标题",
    font=LEVEL_2_FONT,
    align="center",
    is_kept_with_next=True,
)
SALUTATION = TextStyle(id="GongwenSalutation", name="主送机关")
BODY = TextStyle(id="GongwenBody", name="公文正文", is_indented=True)
SIGN_OFF = TextStyle(id="GongwenSignOff", name="署名日期", align="right")
IMPRINT = TextStyle(id="GongwenImprint", name="版记", half_points=28)
TABLE = TextStyle(
    id="GongwenTable", name="公文表格", font=NUMBER_FONT, half_points=21, align="left", line=300
)
PAGE_NUMBER = TextStyle(
    id="GongwenPage", name="公文页码", font=NUMBER_FONT, half_points=28, align="center", line=280
)
HEADINGS: Final = {
    1: TextStyle(
        id="GongwenHeading1",
        name="一级标题",
        font=LEVEL_1_FONT,
        is_indented=True,
        is_kept_with_next=True,
        outline=1,
    ),
    2: TextStyle(
        id="GongwenHeading2",
        name="二级标题",
        font=LEVEL_2_FONT,
        is_indented=True,
        is_kept_with_next=True,
        outline=2,
    ),
    3: TextStyle(
        id="GongwenHeading3",
        name="三级标题",
        is_indented=True,
        is_kept_with_next=True,
        outline=3,
    ),
}
STYLES = (
    MARK,
    NUMBER,
    BLANK,
    TITLE,
    SUBTITLE,
    SALUTATION,
    BODY,
    *HEADINGS.values(),
    SIGN_OFF,
    IMPRINT,
    TABLE,
    PAGE_NUMBER,
)


def add_styles(word: WordDocument) -> None:
    """Add all styles to a document."""
    for style in STYLES:
        word.styles.element.append(parse_xml(_xml(style)))


def fonts(font: str) -> str:
    """Return the font element that Word, WPS and LibreOffice need to set Chinese and digits."""
    return f'<w:rFonts w:hint="eastAsia" w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>'


# No hanging marks, no gaps around digits and no second grid: lines break where they do on paper.
# Word gives these to styles from the one they are based on, LibreOffice only when they say so.
_SETTING: Final = (
    '<w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/>'
    '<w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
)


def _xml(style: TextStyle) -> str:
    keep = "<w:keepNext/>" if style.is_kept_with_next else ""
    # 200 hundredths of a character; the twips are for programs that know only those.
    indent = '<w:ind w:firstLineChars="200" w:firstLine="632"/>' if style.is_indented else ""
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph" w:customStyle="1" w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="a"/>'
        f'<w:next w:val="{BODY.id if style.outline is not None else style.id}"/><w:qFormat/>'
        f'<w:pPr>{keep}{_SETTING}<w:spacing w:line="{style.line}" w:lineRule="exact"/>{indent}'
        f'<w:jc w:val="{style.align}"/>{outline}</w:pPr>'
        f'<w:rPr>{fonts(style.font)}<w:sz w:val="{style.half_points}"/>'
        f'<w:szCs w:val="{style.half_points}"/></w:rPr></w:style>'
    )
