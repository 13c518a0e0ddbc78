"""The tab of funds."""

from models.records.budget import BudgetLine, CashItem
from models.records.funds import FundDue, FundIn, FundRule, FundTask, FundUnit
from models.records.receipts import Dues, Receipt, ReceiptBook
from models.records.remittances import FundDun, FundReturn, PreparationFund, Remittance
from ui.areas.base import IMPORT_LIST, Area, SubTab, listed
from ui.page import PageSpec
from ui.pages.dues.page import DuesPage

AREA = Area(
    "funds",
    "工会经费",
    "funds",
    lists=(
        SubTab("收缴台账", page=DuesPage),
        listed("缴费户", PageSpec(FundUnit, advice=IMPORT_LIST, can_import=True)),
        listed("应缴", PageSpec(FundDue, advice=IMPORT_LIST, can_import=True)),
        listed("实缴", PageSpec(FundIn, advice=IMPORT_LIST, can_import=True)),
        listed("上解", PageSpec(Remittance, advice=IMPORT_LIST, can_import=True)),
        listed("返还", PageSpec(FundReturn, advice=IMPORT_LIST, can_import=True)),
        listed("催缴", PageSpec(FundDun, advice=IMPORT_LIST, can_import=True)),
        listed("筹备金", PageSpec(PreparationFund, advice=IMPORT_LIST, can_import=True)),
        listed("任务", PageSpec(FundTask)),
        listed("分成规则", PageSpec(FundRule)),
        listed("票据", PageSpec(ReceiptBook, advice=IMPORT_LIST, can_import=True)),
        listed("收据", PageSpec(Receipt, advice=IMPORT_LIST, can_import=True)),
        listed("会费", PageSpec(Dues, advice=IMPORT_LIST, can_import=True)),
        listed("预决算", PageSpec(BudgetLine, advice=IMPORT_LIST, can_import=True)),
        listed("流水", PageSpec(CashItem, advice=IMPORT_LIST, can_import=True)),
    ),
)
