"""Everything printable is found by its name, checks what it is told, and builds on any town."""

import pytest

from models.errors import Problem
from models.periods import year_period
from models.records import RECORDS
from models.records.drafts import Draft
from models.store import Store
from reports.catalogue import REPORTS, Report, find_report
from reports.request import PROFILES
from tests.reports.showing import page_texts

PERIOD = year_period(2024)
NEEDS_A_RECORD = "certificate"


def required(report: Report) -> dict[str, str]:
    """A value for each parameter that must be given: its first choice."""
    return {one.key: next(iter(one.choices)) for one in report.parameters if one.is_required}


def test_names_are_unique_and_fit_a_command_line() -> None:
    names = [one.name for one in REPORTS]

    assert len(set(names)) == len(names)
    assert all(name.replace("-", "").isascii() and name.islower() for name in names)


def test_every_report_of_the_main_job_is_there() -> None:
    names = {one.name for one in REPORTS}

    assert names >= {
        "annual-summary",
        "union-roster",
        "unit-roster",
        "coverage-confirmation",
        "certificate",
        "roster",
    }


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
@pytest.mark.parametrize("profile", PROFILES)
def test_every_report_prints_the_town(town: Store, report: Report, profile: str) -> None:
    request = report.request(PERIOD, profile=profile, values=required(report))

    assert all(page_texts(report.document(town, request)))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_every_report_builds_on_an_empty_town_or_says_why_not(
    empty_town: Store, report: Report
) -> None:
    request = report.request(PERIOD, values=required(report))

    if report.name == NEEDS_A_RECORD:
        with pytest.raises(Problem, match="没有"):
            report.document(empty_town, request)
    else:
        assert all(page_texts(report.document(empty_town, request)))


PRINTED = [one for one in RECORDS if one is not Draft]


@pytest.mark.parametrize("record_type", PRINTED, ids=lambda one: one.about.table)
def test_every_list_can_be_printed(town: Store, record_type: type) -> None:
    report = find_report("roster")
    request = report.request(PERIOD, values={"type": record_type.about.table})

    document = report.document(town, request)

    assert record_type.about.label in document.name
    assert f"{town.count(record_type)}{record_type.about.measure}" in page_texts(document)[-1]


def test_an_unknown_report_is_a_problem_that_names_the_others() -> None:
    with pytest.raises(Problem) as caught:
        find_report("payroll")

    assert "union-roster（基层工会花名册）" in str(caught.value)


def test_an_unknown_parameter_is_a_problem_that_names_the_known_ones() -> None:
    with pytest.raises(Problem) as caught:
        find_report("unit-roster").request(PERIOD, values={"colour": "red"})

    assert str(caught.value) == (
        "“企业台账”没有参数“colour”。可用的参数：scope（范围）、sort（排序）。"
    )


def test_a_report_without_parameters_says_so() -> None:
    with pytest.raises(Problem, match="不需要参数"):
        find_report("union-roster").request(PERIOD, values={"year": "2024"})


def test_a_missing_parameter_is_named() -> None:
    with pytest.raises(Problem, match="缺少参数type（台账）"):
        find_report("roster").request(PERIOD)


def test_a_value_outside_the_choices_is_a_problem_that_names_them() -> None:
    with pytest.raises(Problem, match="village（按所在村（社区））"):
        find_report("unit-roster").request(PERIOD, values={"sort": "size"})


def test_an_unknown_profile_is_a_problem_that_names_the_three() -> None:
    with pytest.raises(Problem, match="内部、上报、公示"):
        find_report("union-roster").request(PERIOD, profile="绝密")
