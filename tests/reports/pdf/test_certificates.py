import io
import re

import pypdf
import pypdfium2 as pdfium
import pytest

from models.errors import Problem
from reports.blocks import Certificate, Document
from reports.pdf.render import Rendered, render
from tests.reports.pdf.reading import Glyph, pages_of, rows_of, texts_of

MM = 72 / 25.4
UNIT = "示例省示例市示例县示例镇新材料高新技术产业园区绿色环保科技股份有限公司第一工会委员会"
BODY = "在2024年度工资集体协商工作中，立足本职、认真负责，成绩突出，覆盖率达到92.3%，被评为"


def certificate(
    name: str, *, body: str = BODY, honour: str = "优秀工会积极分子", issuer: str = "示例镇总工会"
) -> Certificate:
    return Certificate(
        heading="荣誉证书",
        salutation=f"{name}：",
        body=(body,),
        honour=honour,
        closing="特发此证，以资鼓励。",
        issuer=issuer,
        day="2024年12月20日",
        number="编号：2024-优秀-001",
    )


def printed(*certificates: Certificate) -> Rendered:
    return render(Document("荣誉证书", "certificate", certificates, "示例镇总工会"))


def row_with(glyphs: list[Glyph], text: str) -> list[Glyph]:
    (row,) = [r for r in rows_of(glyphs).values() if text in "".join(g.char for g in r)]
    return row


@pytest.mark.parametrize(
    "name", ["张伟", "𬱖䶮", "阿卜杜热合曼·阿卜杜克热木·买买提", "欧阳娜娜" * 5, UNIT]
)
def test_names_from_2_to_40_characters_stand_inside_the_frame(name: str) -> None:
    rendered = printed(certificate(name))

    (glyphs,) = pages_of(rendered.pdf)
    assert name + "：" in texts_of(rendered.pdf)[0]
    assert min(glyph.x for glyph in glyphs) > 40 * MM
    assert max(glyph.x for glyph in glyphs) + 20 < 257 * MM


@pytest.mark.parametrize(
    "honour", ["优秀工会积极分子", "2024年度示例镇工资集体协商工作先进单位和民主管理示范单位"]
)
def test_room_is_kept_for_the_seal(honour: str) -> None:
    (glyphs,) = pages_of(printed(certificate(UNIT, body=BODY * 2, honour=honour)).pdf)

    day = row_with(glyphs, "12月20日")
    closing = row_with(glyphs, "特发此证")
    assert day[0].x > 297 * MM / 2
    assert day[0].baseline - closing[0].baseline >= 45 * MM - 0.1


def test_issuer_and_day_share_their_middle() -> None:
    (glyphs,) = pages_of(printed(certificate("张伟")).pdf)

    lines = [row_with(glyphs, "示例镇总工会"), row_with(glyphs, "12月20日")]
    issuer, day = [(line[0].x + line[-1].x + 20) / 2 for line in lines]
    assert issuer == pytest.approx(day, abs=0.5)


def test_the_number_stands_at_the_lower_left() -> None:
    (glyphs,) = pages_of(printed(certificate("张伟")).pdf)

    number = [glyph for glyph in rows_of(glyphs)[max(rows_of(glyphs))] if glyph.x < 140 * MM]
    assert "".join(glyph.char for glyph in number) == "编号：2024-优秀-001"


def test_lines_are_broken_as_chinese_asks() -> None:
    (glyphs,) = pages_of(printed(certificate("张伟", body=BODY * 2)).pdf)

    for row in rows_of(glyphs).values():
        assert row[0].char not in "，。、：；％%"
        assert "".join(glyph.char for glyph in row).count("92") == "".join(
            glyph.char for glyph in row
        ).count("92.3%")


def test_a_batch_draws_the_frame_once() -> None:
    one = printed(certificate("张伟"))
    many = printed(*[certificate(f"张伟{number}") for number in range(100)])

    assert many.pages == 100
    reader = pypdf.PdfReader(io.BytesIO(many.pdf))
    frames = {
        form.indirect_reference.idnum
        for page in reader.pages
        for form in page["/Resources"]["/XObject"].values()
    }
    assert len(frames) == 1
    assert (len(many.pdf) - len(one.pdf)) / 99 < 2_000


def test_every_certificate_of_a_batch_names_its_own_person() -> None:
    pages = texts_of(printed(*[certificate(f"王{name}") for name in "甲乙丙丁"]).pdf)

    assert [re.search("王.：", page).group() for page in pages] == [
        "王甲：",
        "王乙：",
        "王丙：",
        "王丁：",
    ]


def test_too_much_text_is_refused() -> None:
    with pytest.raises(Problem, match="张伟"):
        printed(certificate("张伟", body=BODY * 12))


def test_the_frame_is_drawn_on_the_page() -> None:
    document = pdfium.PdfDocument(printed(certificate("张伟")).pdf)
    image = document[0].render(scale=2).to_pil().convert("RGB")

    red, green, blue = image.getpixel((round(10 * MM * 2), round(105 * MM * 2)))
    assert red > 130
    assert max(green, blue) < 90
