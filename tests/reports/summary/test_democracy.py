"""The chapter on democratic management calls nothing complete that is not."""

from datetime import date

import pytest

from models.records.congresses import Congress, Proposal
from models.records.democracy import DemocracyYear, Disclosure, Harmony
from models.records.units import Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate
from reports.summary.democracy import SECTION
from reports.summary.parts import STANDARD
from tests.reports.summary.speaking import adjust, lay, told

MAY, DAY = PartialDate(2024, 5, 6), date(2024, 5, 6)


def year(name: str, **more: object) -> DemocracyYear:
    return DemocracyYear(unit_name=name, year=2024, **more)  # type: ignore[arg-type]


def congress(store: Store, name: str, **more: object) -> int | None:
    values = {
        "title": f"{name}职代会",
        "unit_name": name,
        "held_on": MAY,
        "session": "第一届第一次",
        **more,
    }
    (held,) = lay(store, [Congress(**values)])  # type: ignore[arg-type]
    return held.id


def large(store: Store, name: str, *, discloses: bool) -> None:
    (unit,) = lay(store, [Unit(name=name, operating_status="1")])
    lay(store, [UnitYear(unit=unit.id, as_of=date(2024, 1, 1), above_scale=True)])
    lay(store, [DemocracyYear(unit=unit.id, unit_name=name, year=2024, has_disclosure=discloses)])


def test_disclosure_is_complete_only_when_every_large_unit_has_it(store: Store) -> None:
    large(store, "甲厂", discloses=True)
    wholly = told(store, SECTION)
    large(store, "乙厂", discloses=False)

    assert "全镇1家规模以上企业全面推行厂务公开。" in wholly
    assert "全镇2家规模以上企业中，已有1家推行厂务公开，推行率50%。" in told(store, SECTION)


def test_more_disclosing_units_than_large_ones_are_told_alone(store: Store) -> None:
    large(store, "甲厂", discloses=True)
    adjust(store, "dm_disclosed", 3)

    assert "推行厂务公开的规模以上企业有3家。" in told(store, SECTION)


def test_a_single_point_has_no_number(store: Store) -> None:
    lay(store, [year("甲厂", congress_kind="1")])

    assert told(store, SECTION).startswith("坚持职工代表大会制度，")


def test_matters_made_public_are_told_with_their_units(store: Store) -> None:
    lay(
        store,
        [
            Disclosure(unit_name="甲厂", title="工资", started_on=DAY, item="1"),
            Disclosure(unit_name="甲厂", title="社保", started_on=DAY, item="2"),
        ],
    )

    assert "1家单位全年登记公开厂务事项2项，接受职工监督。" in told(store, SECTION)
    assert told(store, SECTION, level=STANDARD) == ""


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        (({}, {}), "2家单位全年召开职代会2次。"),
        (
            ({"satisfied": 9, "fairly_satisfied": 1, "dissatisfied": 0}, {}),
            "2家单位全年召开职代会2次，其中1次对企业领导人员进行民主评议。",
        ),
        (
            ({"satisfied": 9, "fairly_satisfied": 1, "dissatisfied": 0},) * 2,
            "2家单位全年召开职代会2次，会上均对企业领导人员进行民主评议。",
        ),
    ],
)
def test_reviews_are_told_as_far_as_votes_were_kept(
    store: Store, votes: tuple[dict[str, object], ...], said: str
) -> None:
    for name, counted in zip(("甲厂", "乙厂"), votes, strict=True):
        congress(store, name, **counted)

    assert said in told(store, SECTION)


@pytest.mark.parametrize(
    ("proposals", "said"),
    [
        ([{}], "征集提案1件。"),
        ([{"verdict": "1"}], "征集提案1件，立案1件。"),
        ([{"verdict": "1", "done_on": MAY}], "征集提案1件，立案1件，已办结。"),
        (
            [{"verdict": "1", "done_on": MAY, "satisfaction": "1"}, {"verdict": "1"}],
            "征集提案2件，立案2件，办结1件，办结率50%，提案人均表示满意或基本满意。",
        ),
        (
            [
                {"verdict": "1", "done_on": MAY, "satisfaction": "1"},
                {"verdict": "1", "done_on": MAY, "satisfaction": "3"},
            ],
            "征集提案2件，立案2件，全部办结，提案人满意率50%。",
        ),
    ],
)
def test_proposals_are_told_as_far_as_they_came(
    store: Store, proposals: list[dict[str, object]], said: str
) -> None:
    held = congress(store, "甲厂")
    lay(
        store,
        [
            Proposal(
                congress=held,
                proposed_on=MAY,
                person_name="张三",
                title=f"提案{place}",
                **more,  # type: ignore[arg-type]
            )
            for place, more in enumerate(proposals)
        ],
    )

    assert said in told(store, SECTION)


def test_workers_on_boards_and_harmony_stand_each_alone(store: Store) -> None:
    lay(store, [year("甲厂", has_supervisor=True)])
    lay(store, [Harmony(unit_name="甲厂", year=2024, status="1")])

    text = told(store, SECTION)

    assert "推动职工参与企业决策和监督，设立职工监事的企业1家。" in text
    assert "开展劳动关系和谐企业创建，全年申报1家。" in text
