"""What factories write where a list of ours has something else: words for counts, dashes, periods."""

from datetime import date

from models.records.safety import SafetyCheck, Training
from models.records.unions import Union, UnionTerm
from models.records.units import Unit
from models.sheets.answers import Answers
from models.sheets.planning import examine_import
from models.store import Store
from tests.models.sheets.conftest import Import, WriteList

UNION_HEADS = ("序号", "企业名称", "企业性质", "工会名称", "成立时间", "工会主席", "会员数")


def test_the_first_row_under_a_header_is_not_taken_for_a_part_of_it(
    store: Store, bring_in: Import
) -> None:
    bring_in(
        [
            ("培训情况",),
            ("期次", "培训班名称", "起止时间", "参加人数", "授课人", "学时"),
            ("第1期", "安全生产培训", "2024年3月2日至3月5日", "60人", "王老师", 8),
            ("第2期", "电工技能", "2024.4.3-5日", "67人", "王老师", 8),
        ]
    )

    assert [one.title for one in store.find(Training)] == ["安全生产培训", "电工技能"]


def test_a_dash_for_the_union_means_that_the_unit_has_none(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ("青石镇基层工会一览表",),
            UNION_HEADS,
            (1, "青石纺织有限公司", "私营企业", "青石纺织有限公司工会委员会", "2015.3", "某甲", 80),
            (2, "青石酒店有限公司", "私营企业", "—", "无", "—", None),
            (3, "青石超市有限公司", "私营企业", "未建会", None, None, None),
            (None, "合  计", None, None, None, None, 80),
        ]
    )

    assert [one.name for one in store.find(Union)] == ["青石纺织有限公司工会委员会"]
    assert {one.name for one in store.find(Unit)} == {
        *("青石纺织有限公司", "青石酒店有限公司", "青石超市有限公司")
    }


def test_a_total_alone_makes_no_list_of_units_without_a_union(bring_in: Import) -> None:
    result = bring_in(
        [
            ("青石镇基层工会一览表",),
            UNION_HEADS,
            (1, "青石纺织有限公司", "私营企业", "青石纺织有限公司工会委员会", "2015.3", "某甲", 80),
            (None, "合  计", None, None, None, None, 80),
        ]
    )

    assert [one.kind for one in result.plan.sheets] == ["union_org"]


def test_hazards_told_in_words_are_what_the_check_found(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ("安全生产检查情况表",),
            ("序号", "检查时间", "受检企业", "参加检查人员", "发现隐患", "整改情况"),
            (1, "2024.3.5", "青石纺织", "某甲", "灭火器过期2只", "已整改"),
            (2, "2024.4.5", "青石酒店", "某甲", "无", "—"),
            (3, "2024.5.5", "青石超市", "某甲", "3处", "限期整改"),
            (4, "2024.6.5", "青石电子", "某甲", "通道堵塞", "限期整改"),
        ]
    )

    found = store.find(SafetyCheck)
    assert [one.result for one in found] == ["灭火器过期2只", "无", "3处", "通道堵塞"]
    assert {one.hazards_found for one in found} == {None}


def test_hazards_that_are_counted_stay_a_count(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ("安全生产检查情况表",),
            ("序号", "检查时间", "受检企业", "参加检查人员", "发现隐患", "整改情况"),
            (1, "2024.3.5", "青石纺织", "某甲", "2处", "已整改"),
            (2, "2024.4.5", "青石酒店", "某甲", "无", "—"),
            (3, "2024.5.5", "青石超市", "某甲", 3, "限期整改"),
        ]
    )

    assert [one.hazards_found for one in store.find(SafetyCheck)] == [2, None, 3]


def test_terms_of_office_are_known_by_the_names_of_unions(store: Store, bring_in: Import) -> None:
    name = "青石纺织有限公司工会委员会"
    bring_in(
        [
            ("青石镇基层工会一览表",),
            UNION_HEADS,
            (1, "青石纺织有限公司", "私营企业", name, "2015.3", "某甲", 80),
        ],
        name="工会.xlsx",
    )

    bring_in(
        [
            ("青石镇基层工会届次情况表",),
            ("序号", "工会名称", "届次", "本届当选日期", "届满日期", "工会主席"),
            (1, name, "第三届", "2021.5.6", "2026.5.6", "某甲"),
        ],
        name="届次.xlsx",
    )

    (term,) = store.find(UnionTerm)
    assert (term.session_no, term.years, term.elected_on) == (3, "5", date(2021, 5, 6))


def test_days_without_a_year_are_asked_for_once(store: Store, write_list: WriteList) -> None:
    path = write_list(
        [
            ("安全生产检查情况表",),
            ("序号", "检查时间", "受检企业", "参加检查人员", "检查情况"),
            (1, "3月5日", "青石纺织", "某甲", "好"),
            (2, "4月5日", "青石酒店", "某甲", "好"),
        ]
    )

    asked = [one.subject for one in examine_import(store, path).sheets[0].questions]
    told = examine_import(store, path, answers=Answers(default_year=2024))

    assert asked.count("year") == 1
    assert [row.verdict for row in told.sheets[0].rows] == ["new", "new"]


def test_women_under_a_group_of_people_are_known(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ("青石镇基层工会一览表",),
            ("序号", "企业名称", "职工人数", None, "工会名称", "成立时间", "会员数", None),
            (None, None, "总数", "其中：女", None, None, "总数", "女"),
            (1, "青石纺织有限公司", 90, 40, "青石纺织有限公司工会委员会", "2015.3", 80, 35),
        ],
        merges=["A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3", "G2:H2"],
    )

    (union,) = store.find(Union)
    assert (union.workers_total, union.workers_female) == (90, 40)
    assert (union.members_total, union.members_female) == (80, 35)
