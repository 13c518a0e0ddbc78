"""The chapter on the township's own work tells meetings, visits from above and what was said."""

from datetime import date

import pytest

from models.records.activities import Event
from models.records.diary import Meeting, Reception
from models.store import Store
from reports.summary.parts import SHORT, STANDARD
from reports.summary.work import SECTION
from tests.reports.summary.speaking import lay, told

DAY = date(2024, 5, 16)


def visit(leaders: str, **more: object) -> Reception:
    values = {"received_on": DAY, "visitor_unit": "空谷市总工会", "purpose": "1", **more}
    return Reception(leaders=leaders, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            {"comment": "对工作给予肯定。"},
            "市总工会副主席某某来我镇调研，对工作给予肯定。",
        ),
        ({"leaders": "副主席 某某"}, "空谷市总工会副主席某某来我镇调研。"),
        ({"leaders": "领导一行4人"}, "空谷市总工会来我镇调研。"),
        ({"comment": "看了3家企业", "purpose": "2"}, "市总工会副主席某某来我镇视察。"),
        (
            {"comment": "听取汇报；\n充分肯定！"},
            "市总工会副主席某某来我镇调研，听取汇报，充分肯定。",
        ),
    ],
)
def test_a_visit_is_told_with_its_day_and_without_numbers(
    store: Store, more: dict[str, str], said: str
) -> None:
    lay(store, [visit(**{"leaders": "市总工会副主席 某某", **more})])

    assert told(store, SECTION).endswith(f"次。5月16日，{said}")


def test_a_few_visits_are_told_in_the_order_of_their_days(store: Store) -> None:
    lay(
        store,
        [
            visit(f"市总工会{name}", received_on=date(2024, 9 - n, 1))
            for n, name in enumerate("甲乙丙丁")
        ],
    )

    text = told(store, SECTION)

    assert text.startswith("全年接待上级调研4次。6月1日，市总工会丁")
    assert "市总工会甲" not in text
    assert told(store, SECTION, level=STANDARD) == "全年接待上级调研4次。"


def test_guests_from_elsewhere_are_not_called_from_above(store: Store) -> None:
    lay(store, [visit("市总工会某某"), visit("邻镇工会某某", rank="8", purpose="5")])

    assert told(store, SECTION, level=STANDARD) == "全年接待调研、学习2次。"


def test_meetings_and_the_townships_work_are_told(store: Store) -> None:
    lay(
        store,
        [
            Meeting(title="全委会", held_on=DAY),
            Event(title="消费帮扶", kind="21", held_on=DAY, headcount=15, cost=3_000_000),
            Event(title="经验推广会", kind="9", held_on=DAY),
        ],
    )

    assert told(store, SECTION) == (
        "全年召开工会会议1次，研究部署重点工作。"
        "组织工会干部和职工参与中心工作1次，参加15人次，投入款物3万元。主要开展了“消费帮扶”。"
        "举办、参加推广会1次，交流推广工作经验。"
    )
    assert told(store, SECTION, level=SHORT) == ""
