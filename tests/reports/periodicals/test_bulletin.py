"""The bulletin: a red masthead, what was done in good sentences, and who gets it."""

from datetime import date
from pathlib import Path

import pytest

from models.periods import year_period
from models.records.activities import Event
from models.records.bargaining import Contract
from models.records.diary import ChronicleEntry
from models.store import Store
from reports.blocks import Document, Heading, Imprint, Masthead, Paragraph
from reports.catalogue import find_report
from reports.docx.writing import render_docx
from reports.pdf.render import render
from tests.reports.pdf.reading import pages_of, texts_of
from tests.reports.showing import assert_golden


def made(store: Store, span: str = "05", **values: str) -> Document:
    report = find_report("bulletin")
    return report.document(
        store, report.request(year_period(2024), values={"span": span, **values})
    )


def headings(document: Document) -> list[str]:
    return [one.text for one in document.blocks if isinstance(one, Heading)]


def paragraphs(document: Document) -> list[str]:
    return [one.text for one in document.blocks if isinstance(one, Paragraph)]


def held(store: Store, **values: object) -> Event:
    given = {"title": "职工篮球赛", "kind": "3", "held_on": date(2024, 5, 18), **values}
    with store.change("登记活动"):
        return store.save(Event(**given))  # type: ignore[arg-type]


@pytest.mark.golden
def test_the_bulletin_of_the_practice_town_is_as_stored(
    practice: Store, update_golden: bool
) -> None:
    assert_golden("bulletin", made(practice, "Q2"), update=update_golden)


def test_a_large_activity_is_told_from_its_record(empty_town: Store) -> None:
    held(
        empty_town,
        place="镇中学体育馆",
        partners="镇文化站",
        unit_count=14,
        headcount=168,
        winners=12,
        summary="我镇职工踊跃参加",
    )

    document = made(empty_town)

    assert headings(document)[0] == "一、职工篮球赛"
    assert paragraphs(document)[0] == (
        "5月18日，云溪镇总工会联合镇文化站在镇中学体育馆举办职工篮球赛，14家单位、168人次参加。"
        "12人获奖。云溪镇职工踊跃参加。"
    )


def test_gifts_are_given_and_not_held(empty_town: Store) -> None:
    held(empty_town, title="“送清凉”慰问一线职工", kind="14", headcount=640)

    assert paragraphs(made(empty_town))[0] == (
        "5月18日，云溪镇总工会开展“送清凉”慰问一线职工活动，640人次参加。"
    )


def test_small_activities_are_left_to_the_chronicle(empty_town: Store) -> None:
    held(empty_town, headcount=20)
    with empty_town.change("登记大事"):
        empty_town.save(ChronicleEntry(held_on=date(2024, 5, 20), content="召开推进会"))

    document = made(empty_town)

    assert headings(document)[0] == "一、工作动态"
    assert paragraphs(document)[0] == "5月20日，召开推进会。"


def test_what_has_a_piece_of_its_own_is_not_told_again(empty_town: Store) -> None:
    event = held(empty_town, headcount=168)
    with empty_town.change("登记大事"):
        entry = ChronicleEntry(
            held_on=event.held_on,
            content="云溪镇总工会举办职工篮球赛。",
            source_table="event",
            source=event.id,
        )
        empty_town.save(entry)

    assert sum("篮球赛" in one for one in paragraphs(made(empty_town))) == 1


def test_signing_that_went_on_for_days_is_one_line(empty_town: Store) -> None:
    with empty_town.change("签订"):
        for number, day in enumerate((13, 14, 14, 16)):
            signed = date(2024, 5, day)
            contract = empty_town.save(
                Contract(
                    unit_name=f"试验{number}厂",
                    kind="2",
                    scope="3",
                    signed_on=signed,
                    valid_to=date(2025, 5, 31),
                )
            )
            if not empty_town.find(ChronicleEntry, held_on=signed):
                empty_town.save(
                    ChronicleEntry(
                        held_on=signed,
                        content="区域性集体合同签订。",
                        source_table="cb_contract",
                        source=contract.id,
                    )
                )

    assert paragraphs(made(empty_town))[0] == (
        "5月13日至5月16日，4家企业陆续参加签订区域性集体合同。"
    )


@pytest.mark.parametrize(
    ("typed", "number"), [("", "第5期"), ("12", "第12期"), ("总第30期", "总第30期")]
)
def test_the_issue_is_the_clerks_or_the_months(empty_town: Store, typed: str, number: str) -> None:
    values = {"issue": typed} if typed else {}

    (head,) = [one for one in made(empty_town, **values).blocks if isinstance(one, Masthead)]

    assert head.number == number


def test_name_and_recipients_may_be_given(empty_town: Store) -> None:
    document = made(empty_town, name="云溪工运", to="县总工会，各基层工会")

    (foot,) = [one for one in document.blocks if isinstance(one, Imprint)]
    assert document.name == "云溪工运第5期"
    assert (foot.label, foot.copy_to) == ("报送：", "县总工会，各基层工会。")


def test_nothing_done_is_said_in_words(empty_town: Store) -> None:
    assert paragraphs(made(empty_town)) == ["本期没有登记活动和大事。"]


def test_the_masthead_is_red_over_the_office_and_the_day(practice: Store) -> None:
    rendered = render(made(practice))

    first, last = texts_of(rendered.pdf)[0], texts_of(rendered.pdf)[-1]
    assert "第5期青禾镇总工会编2024年5月31日" in first
    assert "报送：云溪县总工会，镇党委、政府。青禾镇总工会2024年5月31日印发" in last
    glyphs = pages_of(rendered.pdf)[0]
    highest = min(glyphs, key=lambda one: one.baseline).baseline
    assert highest < (37 + 15) * 72 / 25.4
    assert "".join(one.char for one in glyphs if one.baseline == highest) == "工会工作简报"
    assert all(79 < one.x < 522 for one in glyphs)


def test_the_word_file_has_head_and_foot(practice: Store, tmp_path: Path) -> None:
    import docx

    path = tmp_path / "简报.docx"
    path.write_bytes(render_docx(made(practice)))

    word = docx.Document(str(path))
    words = [one.text for one in word.paragraphs]
    assert "工会工作简报" in words
    assert any("青禾镇总工会编" in one and "2024年5月31日" in one for one in words)
    foot = [cell.text for row in word.tables[0].rows for cell in row.cells]
    assert foot[0] == "报送：云溪县总工会，镇党委、政府。"
