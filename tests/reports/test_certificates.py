"""Certificates say what the register says, to a person or to a unit, one or the whole year's."""

from dataclasses import replace

import pytest

from models.errors import Problem
from models.periods import year_period
from models.records.papers import Certificate as Registered
from models.store import Store
from reports.blocks import Certificate, Document
from reports.catalogue import find_report
from tests.reports.showing import assert_golden, page_texts

PERIOD = year_period(2024)


def made(store: Store, **values: str) -> Document:
    report = find_report("certificate")
    return report.document(store, report.request(PERIOD, values=values))


def only(store: Store, number: str) -> Certificate:
    (block,) = made(store, number=number).blocks
    assert isinstance(block, Certificate)
    return block


def changed(store: Store, number: str, **values: str) -> Certificate:
    registered = store.find(Registered, number=number)[0]
    with store.change("修改证书"):
        store.save(replace(registered, **values))
    return only(store, number)


@pytest.mark.golden
def test_the_years_certificates_are_as_stored(town: Store, update_golden: bool) -> None:
    assert_golden("certificate", made(town), update=update_golden)


def test_a_person_is_a_comrade_and_a_unit_is_not(town: Store) -> None:
    assert only(town, "2024-001").salutation == "欧阳青松同志："
    assert only(town, "2024-003").salutation == "云溪鑫恒化工有限公司："
    assert only(town, "2024-003").body[0].endswith("授予你单位")


def test_what_the_clerk_typed_around_the_honour_is_not_said_twice(town: Store) -> None:
    for honour in ("“先进个人”", "先进个人称号", "先进个人荣誉称号", "先进个人"):
        assert changed(town, "2024-001", honour=honour).honour == "“先进个人”荣誉称号"


def test_a_prize_is_won_and_has_no_title(town: Store) -> None:
    prize = changed(town, "2024-001", honour="优秀组织奖", reason="在技能比武活动中表现突出。")

    assert prize.body == ("在技能比武活动中表现突出，荣获",)
    assert prize.honour == "“优秀组织奖”"


def test_a_diploma_is_for_a_prize_won_or_for_a_title_given(town: Store) -> None:
    won = changed(town, "2024-001", kind="2", honour="一等奖", reason="")
    named = changed(town, "2024-001", kind="2", honour="技术标兵", reason="")

    assert (won.heading, won.body, won.honour) == ("奖状", ("荣获",), "“一等奖”")
    assert (named.body, named.honour) == (("被评为",), "“技术标兵”")
    assert won.closing == named.closing == "特发此状，以资鼓励。"


def test_without_a_reason_the_sentence_begins_with_the_award(town: Store) -> None:
    assert changed(town, "2024-001", reason="").body == ("特授予",)


def test_a_letter_of_appointment_appoints(town: Store) -> None:
    letter = changed(town, "2024-001", kind="3", honour="劳动争议调解员", reason="")

    assert (letter.heading, letter.body, letter.honour) == (
        "聘书",
        ("兹聘请您为",),
        "劳动争议调解员",
    )
    assert letter.closing == "特发此证。"


def test_the_town_issues_what_names_no_issuer(town: Store) -> None:
    assert only(town, "2024-001").issuer == "云溪镇总工会"
    assert changed(town, "2024-002", issuer="云河县总工会").issuer == "云河县总工会"


def test_the_batch_prints_one_page_a_certificate_with_its_number(town: Store) -> None:
    pages = page_texts(made(town))

    assert [page.count("荣誉证书") for page in pages] == [1, 1, 1]
    assert ["2024-001" in pages[0], "2024-002" in pages[1], "2024-003" in pages[2]] == [True] * 3
    assert all("2024年12月20日" in page for page in pages)


@pytest.mark.parametrize("holder", ["张三", "阿卜杜热合曼·阿卜杜克热木·买买提江", "欧阳" * 10])
def test_names_of_two_to_twenty_characters_print_whole(town: Store, holder: str) -> None:
    changed(town, "2024-001", holder=holder)

    (page,) = page_texts(made(town, number="2024-001"))

    assert f"{holder}同志：" in page


def test_a_number_that_is_not_registered_is_a_problem(town: Store) -> None:
    with pytest.raises(Problem, match="没有编号“2024-099”"):
        made(town, number="2024-099")


def test_a_year_without_certificates_says_so(empty_town: Store) -> None:
    with pytest.raises(Problem, match="2024年没有登记证书"):
        made(empty_town)
