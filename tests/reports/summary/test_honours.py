"""The chapter on honours tells who gave what, and what was published where."""

from datetime import date

import pytest

from models.records.honours import Honour, MediaReport, Output
from models.records.town import Town
from models.store import Store
from reports.summary.honours import SECTION
from reports.summary.parts import SHORT, STANDARD
from tests.reports.summary.golden import EMPTY
from tests.reports.summary.speaking import lay, told

DAY = date(2024, 5, 16)
UNION = EMPTY.union_name


def honour(title: str, grade: str, owner: str = UNION, **more: object) -> Honour:
    values = {"issuer": "空谷县总工会", "awarded_on": DAY, **more}
    return Honour(title=title, grade=grade, owner=owner, **values)  # type: ignore[arg-type]


def report(title: str, level: str, **more: object) -> MediaReport:
    values = {"media": "空谷日报", "published_on": DAY, **more}
    return MediaReport(title=title, level=level, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("honours", "said"),
    [
        ([honour("先进", "4")], "全年获得各级荣誉1项。"),
        ([honour("先进", "3")], "全年获得各级荣誉1项，均为镇总工会获得的市级以上荣誉。"),
        (
            [honour("先进", "3"), honour("劳动奖状", "4", "空谷机械有限公司")],
            "全年获得各级荣誉2项，其中镇总工会获市级以上荣誉1项。",
        ),
    ],
)
def test_honours_of_the_union_are_part_of_those_received(
    store: Store, honours: list[Honour], said: str
) -> None:
    lay(store, honours)

    assert told(store, SECTION, level=SHORT) == said


def test_titles_are_told_with_who_gave_them_the_highest_first(store: Store) -> None:
    lay(
        store,
        [
            honour("工会工作先进单位", "4"),
            honour("“安康杯”优秀组织单位", "3", issuer="市总工会", co_issuer="市应急管理局"),
            honour("劳动奖状", "4", "空谷机械有限公司"),
            honour("劳动奖章", "4", "张三"),
            honour("空谷工匠", "5", "李四", issuer=UNION),
        ],
    )

    text = told(store, SECTION)

    assert (
        "镇总工会被市总工会和市应急管理局授予“‘安康杯’优秀组织单位”称号，"
        "被空谷县总工会授予“工会工作先进单位”称号。" in text
    )
    assert "全镇基层单位和职工获得“劳动奖状”“劳动奖章”。" in text
    assert "开展本级评先表彰，授予“空谷工匠”称号1项。" in text


@pytest.mark.parametrize(
    ("name", "said"),
    [("河东街道", "街道总工会被"), ("安平乡", "乡总工会被"), ("空谷镇", "镇总工会被")],
)
def test_the_union_is_called_by_its_kind_of_township(store: Store, name: str, said: str) -> None:
    with store.change("改镇名"):
        town: Town = store.town()
        union = f"{name}总工会"
        store.save(Town(id=town.id, name=name, union_name=union, parent_union="县总", year=2024))
    lay(store, [honour("先进", "4", f"{name}总工会", owner_kind="1")])

    assert said in told(store, SECTION)


@pytest.mark.parametrize(
    ("reports", "said"),
    [
        ([report("甲", "4")], "全年在各级媒体刊发工会工作报道1篇。"),
        (
            [report("协商增资", "2", page="一版"), report("乙", "4")],
            (
                "全年在各级媒体刊发工会工作报道2篇，其中省级以上媒体1篇。"
                "《协商增资》在《空谷日报》一版刊发。"
            ),
        ),
        (
            [report("演练（图片）", "1", kind="2", media="省融媒体中心", page="第3期")],
            (
                "全年在各级媒体刊发工会工作报道1篇，均为省级以上媒体刊发。"
                "图片报道《演练》在省融媒体中心刊发。"
            ),
        ),
    ],
)
def test_reports_are_told_by_where_they_stood(
    store: Store, reports: list[MediaReport], said: str
) -> None:
    lay(store, reports)

    assert told(store, SECTION) == said


def test_what_was_made_is_told_by_kind_and_title(store: Store) -> None:
    lay(
        store,
        [
            Output(kind="1", title="协商资料汇编", done_on=DAY),
            Output(kind="5", title="《协商在空谷》", done_on=DAY),
        ],
    )

    assert told(store, SECTION) == (
        "编印制作资料文本、专题片2种。主要有《协商资料汇编》《协商在空谷》。"
    )
    assert told(store, SECTION, level=STANDARD) == "编印制作资料文本、专题片2种。"
