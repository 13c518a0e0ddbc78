"""Three invented townships hand in what their clerks keep; every kind of list is understood."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.errors import Problem
from models.fields import fields_of
from models.records import BY_TABLE
from models.records.base import Record
from models.sheets.planning import plan_import
from models.sheets.vocabulary import is_neutral
from tests.models.sheets.townships import (
    liuhe_people,
    liuhe_work,
    qingshan,
    shiqiao_people,
    shiqiao_work,
)
from tests.models.sheets.townships.importing import Township, found_township
from tests.models.sheets.townships.writing import shuffled, without_titles, write_book

# What becomes of each sheet: the kind as which it is read, and its rows new+updated!refused.
LIUHE = {
    "柳河镇企业名录": "unit:6",
    "柳河镇工会组织": "union_org:5",
    "会员花名册": "member:6 -:0",
    "工会干部花名册": "post:5",
    "换届选举": "election:2",
    "法人证书台账": "legal_cert:2",
    "集体合同": "cb_contract:3",
    "职代会": "dm_congress:2",
    "厂务公开": "dm_year:3",
    "劳动竞赛": "comp_event:3 suggestion:3",
    "专利": "patent:2",
    "劳模": "model_person:1!1",
    "走访": "visit:2 visit:1",
    "诉求": "issue:3",
    "困难职工": "hard_file:2+1",
    "送温暖": "aid_item:3",
    "结对帮扶": "pairing:2",
    "劳动争议": "rights_case:2",
    "一函两书": "law_letter:2",
    "安康杯": "ankang_entry:3",
    "安全检查": "safety_check:3",
    "隐患台账": "hazard:3",
    "培训班": "training:2",
    "体检": "health_exam:2",
    "经费收缴": "fund_in:3",
    "经费季度": "fund_matrix:2",
    "上解": "remit:3",
    "会费": "dues:2",
    "收支流水": "cash_item:3!1",
    "预决算": "budget_line:4",
    "互助参保": "mi_policy:2",
    "互助保障": "mi_insured:3",
    "理赔": "mi_claim:2",
    "活动": "event:2",
    "荣誉": "honor:2",
    "宣传": "media:1!1",
    "收文": "incoming:2",
    "会议": "meeting:2",
    "大事记": "chronicle:4",
    "年度计划": "next_plan:3",
}
SHIQIAO = {
    "石桥镇单位台账": "unit:5",
    "石桥镇工会": "union_org:3",
    "职工会员": "member:3 member:2",
    "工会干部": "post:4",
    "换届选举情况": "election:1",
    "法人证书": "legal_cert:2",
    "合同台账": "cb_contract:3",
    "职代会台账": "dm_congress:2",
    "厂务公开台账": "dm_year:3",
    "比武和建议": "comp_event:2 suggestion:2",
    "专利台账": "patent:2",
    "劳模台账": "model_person:2",
    "走访台账": "visit:3",
    "诉求问题": "issue:3",
    "困难户": "hard_file:2+1",
    "发放明细": "aid_item:2",
    "结对": "pairing:2",
    "争议调解": "rights_case:2",
    "两书": "law_letter:2",
    "安康杯": "ankang_entry:2",
    "安全生产检查": "safety_check:2",
    "隐患": "hazard:2",
    "培训": "training:2",
    "查体": "health_exam:2",
    "经费收入": "fund_in:3",
    "按季": "fund_matrix:2",
    "经费上缴": "remit:2",
    "会费收缴": "dues:2",
    "现金日记账": "cash_item:2!1",
    "预算": "budget_line:4",
    "参保单位": "mi_policy:1",
    "参保": "mi_insured:2",
    "赔付": "mi_claim:1",
    "活动台账": "event:2",
    "获奖": "honor:3",
    "稿件": "media:2",
    "收文登记": "incoming:2",
    "会议台账": "meeting:2",
    "大事": "chronicle:3",
    "计划": "next_plan:3",
}
QINGSHAN = {
    "企业情况": "unit:3",
    "建会情况": "union_org:2",
    "会员名单": "member:3",
    "职工困难情况": "hard_file:1",
    "协商": "cb_contract:2!1",
    "走访记录": "visit:1",
    "热线": "issue:1",
    "教育培训": "training:2",
    "经费": "fund_matrix:2",
    "费用支出": "cash_item:2",
    "荣誉统计": "honor:0!2",
    "活动主题": "event:2",
    "会议记录": "meeting:1",
    "劳模名册": "model_person:1",
    "合理化建议": "suggestion:2",
    "仲裁": "rights_case:1",
}
EXPECTED = {"柳河镇": LIUHE, "石桥镇": SHIQIAO, "青山镇": QINGSHAN}
REFUSED = {
    "票据登记": "缺少“票据代码”列，不能按票据号段导入",
    "收据": "认不出是哪种台账",
    "清凉": "缺少“姓名”列，不能按帮扶资金签领表导入",
    "随手拍": "缺少“发现日期”列，不能按隐患排查治理台账导入",
}
# Without a title nothing tells the kind of the contests, nor whose roster it is.
NEED_THEIR_TITLE = {
    *("劳动竞赛", "比武和建议", "互助保障", "合同台账", "按季", *REFUSED),
    *("协商", "经费"),
}
# Their groups of columns mean nothing the other way round.
NEED_THEIR_ORDER = {"经费季度", "困难户", "现金日记账", "大事", *REFUSED}
BOOKS = [
    *(("柳河镇", name) for name in (*liuhe_people.BOOKS, *liuhe_work.BOOKS)),
    *(("石桥镇", name) for name in (*shiqiao_people.BOOKS, *shiqiao_work.BOOKS)),
    *(("青山镇", name) for name in qingshan.BOOKS),
]


@pytest.fixture(scope="module")
def townships(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Township]]:
    made = {}
    for name, people, work, year in (
        ("柳河镇", liuhe_people, liuhe_work, 2023),
        ("石桥镇", shiqiao_people, shiqiao_work, 2024),
        ("青山镇", qingshan, qingshan, 2024),
    ):
        folder = tmp_path_factory.mktemp("lists")
        made[name] = found_township(folder, name, {**people.BOOKS, **work.BOOKS}, year)
        made[name].import_all()
    yield made
    for one in made.values():
        one.store.close()


@pytest.mark.parametrize(("town", "book"), BOOKS)
def test_every_sheet_is_read_as_what_it_is(
    townships: dict[str, Township], town: str, book: str
) -> None:
    told = townships[town]
    if book in REFUSED:
        assert REFUSED[book] in told.refused[book]
        return
    assert book not in told.refused
    found = []
    for sheet in told.plans[book].sheets:
        count = sheet.counts
        updated = f"+{count['update']}" if count["update"] else ""
        refused = f"!{count['error']}" if count["error"] else ""
        found.append(f"{sheet.record_type or '-'}:{count['new']}{updated}{refused}")
    assert " ".join(found) == EXPECTED[town][book]


@pytest.mark.parametrize(("town", "book"), BOOKS)
def test_every_column_is_read_or_named(
    townships: dict[str, Township], town: str, book: str
) -> None:
    plan = townships[town].plans.get(book)
    for sheet in plan.sheets if plan else ():
        told = "".join(note for note in sheet.notes if note.startswith("没有读取的列"))
        unread = [
            one.heading
            for one in sheet.columns
            if not one.read_as and not is_neutral(one.heading) and one.heading not in told
        ]
        assert unread == []


@pytest.mark.parametrize(("town", "book"), BOOKS)
def test_the_same_book_again_brings_nothing(
    townships: dict[str, Township], town: str, book: str
) -> None:
    plan = townships[town].again.get(book)
    for sheet in plan.sheets if plan else ():
        assert (sheet.counts["new"], sheet.counts["update"], sheet.counts["conflict"]) == (0, 0, 0)


@pytest.mark.parametrize(("town", "book"), BOOKS)
def test_a_book_without_titles_is_the_same_kind(
    townships: dict[str, Township], town: str, book: str
) -> None:
    if book in NEED_THEIR_TITLE:
        return
    told = townships[town]
    kinds = [one.record_type for one in told.plans[book].sheets if one.record_type]
    bare = told.plan(book, without_titles)
    assert [one.record_type for one in bare.sheets if one.record_type] == kinds


@pytest.mark.parametrize(("town", "book"), BOOKS)
def test_the_order_of_columns_means_nothing(
    townships: dict[str, Township], town: str, book: str
) -> None:
    if book in NEED_THEIR_ORDER:
        return
    for sheet in townships[town].plan(book, shuffled).sheets:
        assert (sheet.counts["new"], sheet.counts["update"], sheet.counts["conflict"]) == (0, 0, 0)


VALUES = [
    ("柳河镇", "unit", {"name": "柳河绿源果蔬专业合作社"}, {"economic_type": "其他经济类"}),
    (
        "柳河镇",
        "member",
        {"name": "杨铁柱"},
        {"unit_name": "柳河镇鑫达铸造厂", "union_name": "柳河镇鑫达铸造厂工会委员会"},
    ),
    ("柳河镇", "post", {"person_name": "吕秀云"}, {"position": "女工委主任", "fulltime": "兼职"}),
    ("柳河镇", "post", {"person_name": "何志军"}, {"union_name": "柳河宏远纺织有限公司工会委员会"}),
    (
        "柳河镇",
        "cb_contract",
        {"unit_name": "柳河镇鑫达铸造厂"},
        {
            "kind": "工资专项集体合同",
            "valid_from": "2023-04-01",
            "workers_covered": "85",
            "review_no": "人社集审〔2023〕18号",
        },
    ),
    ("柳河镇", "suggestion", {"title": "络筒机加装断纱自停"}, {"benefit": "35,000.00"}),
    ("柳河镇", "visit", {"visited_on": "2023-03-06"}, {"talk_count": "12"}),
    ("柳河镇", "hard_member", {"name": "朱子轩"}, {"relation": "子", "identity": "学生"}),
    (
        "柳河镇",
        "aid_item",
        {"household_name": "沈秋霞"},
        {"amount": "800.00", "received_on": "2023-01-15", "is_signed": "是"},
    ),
    ("柳河镇", "rights_case", {"case_no": "柳调2023-2"}, {"amount": "24,000.00", "heads": "3"}),
    (
        "柳河镇",
        "training",
        {"title": "工会主席业务培训班"},
        {"start_on": "2023-10-17", "end_on": "2023-10-18"},
    ),
    ("柳河镇", "health_exam", {"headcount": "310"}, {"payer": "", "abnormal": "12"}),
    (
        "柳河镇",
        "fund_in",
        {"voucher": "00120002"},
        {"ym": "2023-03", "amount": "8,000.00", "unit_name": "柳河永丰化工有限公司"},
    ),
    ("柳河镇", "fund_in", {"ym": "2023-09", "amount": "2,000.00"}, {"is_month_total": "是"}),
    ("柳河镇", "dues", {"members": "305"}, {"ym": "2023-06", "amount": "3,660.00"}),
    ("柳河镇", "cash_item", {"voucher": "记-3"}, {"direction": "支出", "amount": "3,600.50"}),
    (
        "柳河镇",
        "budget_line",
        {"account": "职工活动支出"},
        {"kind": "决算", "planned": "60,000.00", "actual": "58,500.00"},
    ),
    (
        "柳河镇",
        "event",
        {"title": "职工篮球赛"},
        {"held_on": "2023-10-14", "ended_on": "2023-10-15"},
    ),
    ("柳河镇", "next_plan", {"topic": "工资集体协商"}, {"due_on": "2023-05-31"}),
    ("石桥镇", "member", {"name": "马兰"}, {"unit_name": "石桥同心服装厂", "nation": "回族"}),
    ("石桥镇", "post", {"person_name": "马兰"}, {"union_name": "石桥同心服装厂工会"}),
    ("石桥镇", "legal_cert", {"legal_person": "方芳"}, {"valid_to": "2026-11-30"}),
    (
        "石桥镇",
        "cb_contract",
        {"unit_name": "石桥同心服装厂"},
        {"chief_workers": "童丽", "chief_employer": "童心", "min_wage": "2,100.00"},
    ),
    ("石桥镇", "suggestion", {"title": "裁片套排优化"}, {"adopted_count": "1", "done_count": "0"}),
    ("石桥镇", "patent", {"title": "自动上料机构"}, {"unit_name": "石桥金石机械有限公司"}),
    ("石桥镇", "hard_member", {"name": "赵敏"}, {"relation": "配偶"}),
    ("石桥镇", "rights_case", {"party_name": "古丽"}, {"received_on": "2024-11-25"}),
    ("石桥镇", "safety_check", {"content": "粉尘防护"}, {"result": "除尘器停运"}),
    ("石桥镇", "training", {"title": "安全生产知识讲座"}, {"headcount": "260"}),
    ("石桥镇", "fund_in", {"voucher": "0003"}, {"ym": "2024-03", "amount": "4,200.00"}),
    ("石桥镇", "cash_item", {"voucher": "银收1"}, {"direction": "收入", "paid_on": "2024-02-06"}),
    ("石桥镇", "budget_line", {"planned": "60,000.00"}, {"account": "维权支出", "kind": "预算"}),
    ("石桥镇", "mi_insured", {"person_name": "窑小山"}, {"shares": "2", "fee": "160.00"}),
    ("石桥镇", "event", {"title": "职工乒乓球赛"}, {"cost": "2,000.00", "headcount": "48"}),
    ("石桥镇", "chronicle", {"held_on": "2024-05-22"}, {"content": "举办数控车工比武。"}),
    ("青山镇", "member", {"name": "米兰"}, {"unit_name": "青山云峰食品有限公司"}),
    ("青山镇", "unit_year", {"workers_total": "180"}, {"workers_female": "120"}),
    (
        "青山镇",
        "event",
        {"title": "迎五一职工趣味运动会"},
        {"kind": "文体活动", "headcount": "130"},
    ),
    ("青山镇", "fund_in", {"ym": "2024-05", "amount": "600.00"}, {"unit_name": "青山建安工程队"}),
    ("青山镇", "suggestion", {"quantity": "26"}, {"benefit": "125,000.00", "done_count": "6"}),
    ("青山镇", "issue", {"content": "夜班津贴未发"}, {"raiser_name": "米兰", "source": "来电"}),
    ("石桥镇", "next_plan", {"task": "数控车工比武"}, {"due_on": "2024-05-31"}),
]


@pytest.mark.parametrize(("town", "table", "which", "values"), VALUES)
def test_values_are_what_the_clerk_wrote(
    townships: dict[str, Township],
    town: str,
    table: str,
    which: dict[str, str],
    values: dict[str, str],
) -> None:
    shown = [
        {name: _shown(record, name) for name in (*which, *values)}
        for record in townships[town].store.all(BY_TABLE[table])
    ]
    found = [one for one in shown if which.items() <= one.items()]
    assert found == [{**which, **values}]


def _shown(record: Record, name: str) -> str:
    return fields_of(type(record))[name].show(getattr(record, name))


@pytest.mark.parametrize("name", qingshan.FOREIGN)
def test_other_offices_lists_are_not_taken_in(
    townships: dict[str, Township], tmp_path: Path, name: str
) -> None:
    path = write_book({"Sheet1": qingshan.FOREIGN[name]}, tmp_path / "表.xlsx")
    with pytest.raises(Problem, match="认不出"):
        plan_import(townships["青山镇"].store, path)


def test_undo_takes_every_book_back(townships: dict[str, Township]) -> None:
    for one in townships.values():
        for batch in reversed(one.batches):
            one.store.undo_operation(batch)
        assert set(one.everything()) == {"town"}
