"""The annual summary says what the file can prove, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.figures.catalogue import Figures, compute
from models.periods import year_period
from models.records.bargaining import Campaign, Contract, Coverage
from models.records.democracy import DemocracyYear
from models.records.papers import Document as Paper
from models.records.papers import Target
from models.records.summary import SummaryPaper, SummaryText
from models.records.town import Town
from models.records.unions import Union, UnionTerm
from models.records.units import MaintenanceItem
from models.store import Store
from models.values.dates import PartialDate
from reports.blocks import Document, Heading, Paragraph, SignOff, Title
from reports.pdf.render import render
from reports.summary.annual import annual_summary
from tests.town import TOWN, build_town

PERIOD = year_period(2024)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with build_town(tmp_path / "town.db") as made:
        yield made


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    town = Town(name="空谷镇", union_name="空谷镇总工会", parent_union="空谷县总工会", year=2024)
    with Store.create(tmp_path / "empty.db", town) as made:
        yield made


def words(document: Document) -> str:
    return "\n".join(
        block.text for block in document.blocks if isinstance(block, (Title, Heading, Paragraph))
    )


def test_the_rate_stands_with_its_numerator_and_denominator(store: Store) -> None:
    text = words(annual_summary(store, PERIOD))

    assert "纳入协商范围的8家企业中，有7家签订了工资专项集体合同，覆盖率87.5%" in text
    assert "受益职工800多人" in text


@pytest.mark.parametrize(
    "said",
    [
        "截至2024年12月31日，全镇共有基层工会5家，会员700多人。",
        "我镇成立由镇长任组长的工资集体协商工作领导小组。自3月起，集中3个月时间，",
        "一是抓调研，深入企业8家次，",
        "三是抓培训，举办协商代表培训1期、100多人次，",
        "全年新建基层工会4家，其中单独建会3家、联合建会1家。",
        "就近加入联合基层工会，现已涵盖2家单位。",
        "一是拓宽建会领域，新建宾馆酒店工会1家。",
        "对新建工会行文批复，下发建会批复1件，统一刻制印章1枚。",
        "督促任期届满的工会及时换届，全年完成换届1家。",
        "预置的10家企业已核实9家，信息维护率90%。",
        "建立职代会、职工大会制度或由区域职代会覆盖的单位有3家。",
    ],
)
def test_every_clause_that_has_its_figure_is_there(store: Store, said: str) -> None:
    term = replace(store.all(UnionTerm)[0], id=None, session_no=4, elected_on=date(2024, 6, 1))
    with store.change("换届"):
        store.save(replace(term, expires_on=None))

    assert said in words(annual_summary(store, PERIOD))


def test_an_upkeep_that_reached_everybody_gives_no_rate(store: Store) -> None:
    with store.change("都核实"):
        for item in store.all(MaintenanceItem):
            store.save(replace(item, result="2", done_on=PartialDate(2024, 6)))

    text = words(annual_summary(store, PERIOD))

    assert "完成非公企业法人数据库维护，预置的10家企业全部核实到位。" in text
    assert "维护率" not in text


def test_a_union_of_one_kind_only_is_not_split(store: Store) -> None:
    with store.change("联合工会早已成立"):
        joint = store.find(Union, org_type="20")[0]
        store.save(replace(joint, founded_on=PartialDate(2020)))

    assert "全年新建基层工会3家。" in words(annual_summary(store, PERIOD))


def test_every_number_in_a_figure_span_is_the_figures_own_text(store: Store) -> None:
    figures = Figures(store, PERIOD)
    spans = [
        span
        for block in annual_summary(store, PERIOD).blocks
        if isinstance(block, Paragraph)
        for span in block.spans
        if span.figure
    ]

    assert len(spans) >= 15
    assert all(span.text == figures[span.figure].say(span.style) for span in spans)


def test_no_number_stands_outside_a_figure_but_dates_and_document_numbers(store: Store) -> None:
    plain = "".join(
        "#" if span.figure else span.text
        for block in annual_summary(store, PERIOD).blocks
        if isinstance(block, Paragraph)
        for span in block.spans
    )
    without_dates = re.sub(r"\d{4}年|\d{1,2}月(\d{1,2}日)?|〔\d{4}〕\d+号", "", plain)

    assert not re.search(r"\d", without_dates)


def test_deleting_a_contract_changes_number_rate_and_list_and_undo_brings_them_back(
    store: Store,
) -> None:
    before = words(annual_summary(store, PERIOD))
    contract = store.all(Contract)[0]

    with store.change("删除集体合同"):
        store.delete(contract)
    changed = words(annual_summary(store, PERIOD))
    figure = compute(store, PERIOD)["cb_rate"]
    store.undo()

    assert "有6家签订了工资专项集体合同，覆盖率75%" in changed
    assert (len(figure.records), len(figure.others)) == (6, 2)
    assert words(annual_summary(store, PERIOD)) == before


def test_an_empty_file_gives_a_summary_without_any_figure(empty: Store) -> None:
    document = annual_summary(empty, PERIOD)
    text = words(document)

    assert "%" not in text
    assert not re.search(r"\d+(家|人|件|枚|块)", text)
    assert "总结如下" not in text
    assert not any(isinstance(block, Heading) for block in document.blocks)
    assert isinstance(document.blocks[-1], SignOff)
    assert render(document).pages == 1


def test_without_a_scope_the_rate_is_left_out(store: Store) -> None:
    with store.change("清空确认表"):
        for coverage in store.all(Coverage):
            store.delete(coverage)

    text = words(annual_summary(store, PERIOD))

    assert "已有7家企业签订工资专项集体合同" in text
    assert "覆盖率" not in text.split("二、")[0].split("一、")[1]


def test_more_signed_than_in_scope_prints_no_rate_beyond_the_whole(store: Store) -> None:
    coverages = store.all(Coverage)
    with store.change("缩小范围"):
        for coverage in coverages[:3]:
            store.delete(coverage)

    assert "覆盖率" not in words(annual_summary(store, PERIOD))


def test_somebody_outside_the_scope_who_signed_hides_nobody_inside_who_did_not(
    store: Store,
) -> None:
    with store.change("范围外签订"):
        store.save(replace(store.all(Contract)[0], id=None, unit=None, unit_name="外来的厂"))

    text = words(annual_summary(store, PERIOD))

    assert "全镇已有8家企业签订工资专项集体合同，受益职工" in text
    assert "全部签订" not in text


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("2", "全镇已建会并纳入协商范围的8家企业中，有7家签订"),
        ("4", "全镇9家企业中，有7家签订"),
        ("5", "全镇已有7家企业签订工资专项集体合同，按14家企业的口径计算，覆盖率50%"),
    ],
)
def test_the_scope_is_called_by_what_it_was_counted_from(
    store: Store, basis: str, said: str
) -> None:
    with store.change("改口径"):
        campaign = store.all(Campaign)[0]
        store.save(replace(campaign, denominator_basis=basis, denominator_manual=14))

    assert said in words(annual_summary(store, PERIOD))


def test_other_contracts_stand_alone_when_no_wage_contract_was_signed(store: Store) -> None:
    with store.change("改合同种类"):
        for contract in store.all(Contract):
            store.save(replace(contract, kind="3"))

    text = words(annual_summary(store, PERIOD))

    assert "截至12月31日，全镇有7家企业签订了女职工权益保护专项集体合同。" in text
    assert "此外" not in text


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("云溪镇协商实施意见", "制定印发《云溪镇协商实施意见》。"),
        ("《云溪镇协商实施意见》", "制定印发《云溪镇协商实施意见》。"),
        ("《协商办法》实施意见", "制定印发《〈协商办法〉实施意见》。"),
    ],
)
def test_the_plans_title_stands_in_its_marks_once(store: Store, title: str, printed: str) -> None:
    with store.change("改名称"):
        store.save(replace(store.all(Campaign)[0], plan_title=title))

    assert printed in words(annual_summary(store, PERIOD))


def test_a_campaign_that_began_the_year_before_says_so(store: Store) -> None:
    with store.change("改日期"):
        store.save(replace(store.all(Campaign)[0], started_on=date(2023, 12, 4)))

    assert "自2023年12月起，集中6个月时间" in words(annual_summary(store, PERIOD))


def test_a_summary_made_in_the_middle_of_the_year_does_not_speak_of_all_of_it(
    store: Store,
) -> None:
    text = words(annual_summary(store, year_period(2024, date(2024, 4, 30))))

    assert "现将今年以来的工作总结如下：" in text
    assert "今年以来新建基层工会" in text
    assert "自3月起，在各企业中分步推进协商工作。" in text
    assert "下一步，重点做好以下工作：一是扩大组织覆盖" in text
    assert not re.search(r"全年|2025年|个月时间", text)


def test_everybody_signed_is_said_so(store: Store) -> None:
    with store.change("退出一家"):
        store.save(replace(store.all(Coverage)[-1], left_on=date(2024, 6, 1)))

    assert "7家企业全部签订工资专项集体合同，覆盖率100%" in words(annual_summary(store, PERIOD))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (4, "圆满完成上级下达的4家建会任务。"),
        (3, "超额完成上级下达的3家建会任务，完成率133.3%。"),
        (8, "上级下达的建会任务是8家，已完成50%。"),
    ],
)
def test_the_founding_task_is_worded_by_how_far_it_is_met(
    store: Store, asked: int, said: str
) -> None:
    with store.change("改任务"):
        for target in store.all(Target):
            store.delete(target)
        store.save(Target(indicator="新建基层工会", year=2024, target=Decimal(asked)))

    assert said in words(annual_summary(store, PERIOD))


def test_disclosure_is_called_complete_only_when_every_large_enterprise_has_it(
    store: Store,
) -> None:
    partly = words(annual_summary(store, PERIOD))
    with store.change("都公开"):
        for row in store.all(DemocracyYear):
            store.save(replace(row, has_disclosure=True))
    wholly = words(annual_summary(store, PERIOD))

    assert "3家规模以上企业中，已有2家推行厂务公开，推行率66.7%" in partly
    assert "3家规模以上企业全面推行厂务公开" in wholly


def test_a_large_unit_beyond_the_list_does_not_make_disclosure_complete(store: Store) -> None:
    with store.change("名单外公开"):
        row = store.all(DemocracyYear)[0]
        store.save(replace(row, id=None, unit=None, unit_name="没登记的厂"))

    text = words(annual_summary(store, PERIOD))

    assert "推行厂务公开的规模以上企业有3家。" in text
    assert "全面推行" not in text


def test_replies_are_called_uniform_only_when_every_new_union_has_one(store: Store) -> None:
    with store.change("补批复"):
        for number in range(10, 20):
            paper = Paper(
                doc_no=f"云溪镇工发〔2024〕{number}号",
                issued_on=date(2024, 8, 1),
                kind="5",
                title=f"关于同意成立第{number}个工会委员会的批复",
            )
            store.save(paper)
    uniform = words(annual_summary(store, PERIOD))
    with store.change("多建工会"):
        for number in range(30):
            store.save(replace(store.all(Union)[-1], id=None, name=f"新工会{number}工会委员会"))

    assert "统一由总工会行文批复" in uniform
    assert "统一由总工会行文批复" not in words(annual_summary(store, PERIOD))


def test_the_clerks_own_paragraph_stays_when_the_figures_change(store: Store) -> None:
    with store.change("补充文字"):
        for old in store.all(SummaryText):
            store.delete(old)
        store.save(SummaryText(year=2024, section="organising", words="自己写的一段。\n\n第二段。"))
        store.save(SummaryText(year=2025, section="organising", words="明年的一段。"))
    with store.change("删除合同"):
        store.delete(store.all(Contract)[0])

    text = words(annual_summary(store, PERIOD))

    assert text.index("\n自己写的一段。\n第二段。\n") < text.index("二、")
    assert "明年的一段" not in text


def test_the_opening_leads_over_to_the_sections_after_the_clerks_own_words(store: Store) -> None:
    without = words(annual_summary(store, PERIOD))
    with store.change("补充文字"):
        store.save(SummaryText(year=2024, section="opening", words="今年情况特殊"))

    text = words(annual_summary(store, PERIOD))

    assert "。现将全年工作总结如下：\n一、" in without
    assert "\n今年情况特殊\n现将全年工作总结如下：\n一、" in text


def test_a_section_without_figures_but_with_own_words_keeps_its_heading(empty: Store) -> None:
    with empty.change("补充文字"):
        empty.save(SummaryText(year=2024, section="organising", words="今年以学习为主。"))

    assert "一、基层组织建设和规范化建设取得实效\n今年以学习为主。" in words(
        annual_summary(empty, PERIOD)
    )


def test_steps_that_were_not_taken_are_not_claimed(store: Store) -> None:
    text = words(annual_summary(store, PERIOD))

    assert "一是抓调研" in text
    assert "三是抓培训" in text
    assert "抓完善" not in text
    assert "抓培训" not in words(annual_summary(store, year_period(2024, date(2024, 3, 6))))


@pytest.mark.parametrize(
    ("name", "ours", "leaders"),
    [("安平乡", "我乡", "乡党委、政府"), ("河东街道", "我街道", "街道党工委、办事处")],
)
def test_other_kinds_of_township_are_called_by_their_names(
    store: Store, name: str, ours: str, leaders: str
) -> None:
    with store.change("改镇名"):
        store.save(replace(store.town(), name=name, union_name=f"{name}总工会"))

    text = words(annual_summary(store, PERIOD))

    assert ours in text
    assert leaders in text
    assert "全镇" not in text


def test_another_year_speaks_of_that_year_only(store: Store) -> None:
    text = words(annual_summary(store, year_period(2023)))

    assert text.startswith(f"{TOWN.union_name}2023年工作总结")
    assert "工资专项集体合同" not in text
    assert not list(store.find(Campaign, year=2023))


def test_the_printed_pages_return_the_text_and_where_its_numbers_stand(store: Store) -> None:
    import pypdfium2

    document = annual_summary(store, PERIOD)

    rendered = render(document)

    pages = pypdfium2.PdfDocument(rendered.pdf)
    printed = "".join(page.get_textpage().get_text_range() for page in pages)
    bare = re.sub(r"\s", "", printed)
    assert re.sub(r"\s", "", words(document).split("\n")[3]) in bare
    boxed = {box.code for box in rendered.boxes}
    spoken = {
        span.figure
        for block in document.blocks
        if isinstance(block, Paragraph)
        for span in block.spans
        if span.figure
    }
    assert boxed == spoken


def test_the_cut_off_of_the_settings_rules_wherever_no_other_day_is_asked_for(
    store: Store,
) -> None:
    with store.change("截止日期"):
        store.save(SummaryPaper(year=2024, as_of=date(2024, 4, 30)))

    usual = words(annual_summary(store, PERIOD))
    asked = words(annual_summary(store, year_period(2024, date(2024, 11, 30))))

    assert "截至2024年4月30日" in usual
    assert "截至2024年11月30日" in asked
