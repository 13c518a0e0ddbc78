"""The chronicle: what happened, by month and day, in the third person."""

from dataclasses import replace
from datetime import date

import pytest

from models.periods import year_period
from models.records.diary import ChronicleEntry
from models.store import Store
from reports.blocks import Document, Heading, Paragraph
from reports.catalogue import find_report
from tests.reports.showing import assert_golden, page_texts

GAP = "\u3000"


def made(store: Store, span: str = "", year: int = 2024) -> Document:
    report = find_report("chronicle")
    values = {"span": span} if span else {}
    return report.document(store, report.request(year_period(year), values=values))


def lines(document: Document) -> list[str]:
    return [one.text for one in document.blocks if isinstance(one, Heading | Paragraph)]


def happened(store: Store, *entries: tuple[date, str]) -> None:
    with store.change("登记大事"):
        for day, content in entries:
            store.save(ChronicleEntry(held_on=day, content=content, kind="7"))


@pytest.mark.golden
def test_the_chronicle_of_the_practice_town_is_as_stored(
    practice: Store, update_golden: bool
) -> None:
    assert_golden("chronicle", made(practice), update=update_golden)


def test_things_stand_by_month_and_day_whatever_their_order_of_entry(empty_town: Store) -> None:
    happened(
        empty_town,
        (date(2024, 10, 2), "召开推进会。"),
        (date(2024, 3, 12), "举办技能比武。"),
        (date(2024, 3, 2), "走访企业"),
        (date(2023, 3, 2), "上一年的事。"),
    )

    assert lines(made(empty_town)) == [
        "3月",
        f"3月2日{GAP}走访企业。",
        f"3月12日{GAP}举办技能比武。",
        "10月",
        f"10月2日{GAP}召开推进会。",
    ]


def test_the_second_thing_of_a_day_says_the_same_day(empty_town: Store) -> None:
    happened(empty_town, (date(2024, 3, 2), "上午的事。"), (date(2024, 3, 2), "下午的事。"))

    assert lines(made(empty_town))[1:] == [f"3月2日{GAP}上午的事。", f"同日{GAP}下午的事。"]


def test_what_the_clerk_wrote_of_us_is_told_of_the_township(empty_town: Store) -> None:
    happened(empty_town, (date(2024, 3, 2), "县总工会到我镇调研；\n我会作了汇报"))

    assert lines(made(empty_town))[1] == (
        f"3月2日{GAP}县总工会到云溪镇调研； 云溪镇总工会作了汇报。"
    )


def test_a_subdistrict_is_not_called_a_town(empty_town: Store) -> None:
    with empty_town.change("改名"):
        town = empty_town.town()
        empty_town.save(replace(town, name="云溪街道", union_name="云溪街道总工会"))
    happened(empty_town, (date(2024, 3, 2), "县总工会到我街道调研"))

    assert lines(made(empty_town))[1] == f"3月2日{GAP}县总工会到云溪街道调研。"


def test_a_part_of_the_year_has_its_own_things_and_title(empty_town: Store) -> None:
    happened(empty_town, (date(2024, 3, 2), "一季度的事。"), (date(2024, 4, 2), "二季度的事。"))

    document = made(empty_town, "Q2")

    assert document.name == "云溪镇总工会2024年第二季度大事记"
    assert lines(document) == ["4月", f"4月2日{GAP}二季度的事。"]


def test_a_statistics_year_names_the_year_of_each_month(empty_town: Store) -> None:
    happened(empty_town, (date(2023, 11, 2), "去年的事。"), (date(2024, 4, 2), "今年的事。"))

    assert lines(made(empty_town, "S"))[::2] == ["2023年11月", "2024年4月"]


def test_nothing_entered_is_said_in_words(empty_town: Store) -> None:
    assert lines(made(empty_town)) == ["本时段没有登记大事。"]


def test_the_chronicle_prints_every_entry(practice: Store) -> None:
    text = "".join(page_texts(made(practice)))

    entries = [
        one for one in practice.all(ChronicleEntry) if one.held_on and one.held_on.year == 2024
    ]
    assert len(entries) > 30
    for one in entries:
        assert "".join(one.content.split()) in text
