"""签领表: what each person gets, in figures and capitals, with room to sign for it."""

from datetime import date
from pathlib import Path

import pytest

from models.errors import Problem
from models.periods import year_period
from models.records.aid import AidBatch, AidItem
from models.store import Store
from reports.blocks import Document, ListHead, SignatureRow
from reports.catalogue import find_report
from reports.output import write_report
from tests.reports.showing import column_of, page_texts, sheet_rows, table_of, total_of

PERIOD = year_period(2024)
NUMBER, CARD = "370399197504120126", "6217990000000000014"
LABELS = [
    *("序号", "姓名", "身份证号", "单位", "困难类别", "金额（元）", "金额（大写）", "发放方式"),
    *("账号", "领款人签名", "代领人及关系", "领取日期"),
]


def signing_list(store: Store, profile: str = "", **values: str) -> Document:
    report = find_report("aid-signing")
    return report.document(store, report.request(PERIOD, profile=profile, values=values))


@pytest.fixture
def batch(town: Store) -> AidBatch:
    """A batch in which one of two people got it by proxy."""
    with town.change("登记送温暖"):
        batch = town.save(
            AidBatch(
                title="2024年春节送温暖",
                year=2024,
                kind="1",
                fund_source="5",
                decided_by="主席办公会",
                planned_on=date(2024, 2, 2),
                way="1",
            )
        )
        town.save_all(
            [
                AidItem(
                    batch=batch.id,
                    household_name="柳青",
                    id_no=NUMBER,
                    unit_name="云溪宏达铸造厂",
                    category="1",
                    amount=1_409_50,
                    account_no=CARD,
                    received_on=date(2024, 2, 2),
                    is_signed=True,
                ),
                AidItem(
                    batch=batch.id,
                    household_name="方舟",
                    amount=105_00,
                    proxy_name="方圆",
                    proxy_relation="女儿",
                ),
            ]
        )
    return batch


def test_everybody_stands_with_the_amount_in_figures_and_capitals(
    town: Store, batch: AidBatch
) -> None:
    document = signing_list(town, batch=batch.title)

    assert [column.label for column in table_of(document).columns] == LABELS
    assert column_of(document, "household_name") == ["柳青", "方舟"]
    assert column_of(document, "amount") == ["1,409.50", "105.00"]
    assert column_of(document, "capital") == ["壹仟肆佰零玖元伍角", "壹佰零伍元整"]
    assert column_of(document, "proxy") == ["", "方圆　女儿"]
    assert column_of(document, "way") == ["现金", "现金"]
    assert column_of(document, "received_on") == ["2024-02-02", ""]


def test_the_total_is_written_in_capitals_and_four_people_sign(
    town: Store, batch: AidBatch
) -> None:
    document = signing_list(town, batch=str(batch.id))
    head, *_, signatures = document.blocks

    assert total_of(document, "household_name") == "2人"
    assert total_of(document, "amount") == "1,514.50"
    assert total_of(document, "capital") == "人民币壹仟伍佰壹拾肆元伍角"
    assert isinstance(signatures, SignatureRow)
    assert signatures.labels == ("制表", "审核", "财务", "工会主席")
    assert isinstance(head, ListHead)
    assert head.title == "云溪镇2024年春节送温暖签领表"
    assert "审批依据：主席办公会" in head.left


def test_the_list_to_be_signed_shows_whole_numbers_the_reported_one_hides_them(
    town: Store, batch: AidBatch
) -> None:
    signed, reported = signing_list(town), signing_list(town, "上报")

    assert find_report("aid-signing").profile == "内部"
    assert column_of(signed, "id_no")[0] == NUMBER
    assert column_of(signed, "account_no")[0] == CARD
    assert column_of(reported, "id_no")[0] == "370399********0126"
    assert column_of(reported, "account_no")[0] == "621799*********0014"


def test_what_is_posted_has_no_numbers_of_people(town: Store, batch: AidBatch) -> None:
    text = "".join(page_texts(signing_list(town, "公示")))

    assert "柳青" in text
    assert NUMBER not in text
    assert CARD not in text
    assert "方圆" not in text


def test_without_a_name_the_latest_batch_of_the_year_is_meant(town: Store, batch: AidBatch) -> None:
    with town.change("登记防暑降温"):
        town.save(AidBatch(title="防暑", year=2024, kind="7", planned_on=date(2024, 7, 1)))
        town.save(AidBatch(title="去年的", year=2023, kind="1", planned_on=date(2023, 12, 31)))

    assert signing_list(town).name == "云溪镇防暑签领表"


def test_a_batch_that_is_not_there_is_a_problem(town: Store) -> None:
    with pytest.raises(Problem, match="没有名为“中秋”的发放批次"):
        signing_list(town, batch="中秋")


def test_a_year_without_batches_prints_an_empty_list(town: Store) -> None:
    document = signing_list(town)

    assert table_of(document).rows == ()
    assert total_of(document, "capital") == "人民币零元整"
    assert "签领表" in "".join(page_texts(document))


def test_the_list_is_saved_as_a_workbook_with_whole_numbers(
    town: Store, batch: AidBatch, tmp_path: Path
) -> None:
    request = find_report("aid-signing").request(PERIOD, values={"batch": batch.title})

    path = write_report(town, "aid-signing", request, tmp_path / "签领表.xlsx")

    cells = {str(cell) for row in sheet_rows(path) for cell in row if cell is not None}
    assert {NUMBER, CARD, "柳青", "壹佰零伍元整"} <= cells
