"""The tab of funds: the year's grid, and a list of each kind of record."""

from models.records.budget import BudgetLine, CashItem
from models.records.funds import FundDue, FundIn, FundRule, FundTask, FundUnit
from models.records.receipts import Dues, Receipt, ReceiptBook
from models.records.remittances import FundDun, FundReturn, PreparationFund, Remittance
from ui.areas import fund_columns
from ui.areas.base import IMPORT_LIST, Area, SubTab, listed
from ui.page_spec import PageSpec
from ui.pages.dues.page import DuesPage

AREA = Area(
    "funds",
    "工会经费",
    "funds",
    lists=(
        SubTab("收缴台账", page=DuesPage),
        listed(
            "缴费户",
            PageSpec(FundUnit, advice=IMPORT_LIST, can_import=True, leave_out=("contact",)),
        ),
        listed(
            "应缴",
            PageSpec(
                FundDue,
                advice="在“收缴台账”里逐月填，或点“登记应缴”按基数登记；也可以导入。",
                can_import=True,
            ),
        ),
        listed(
            "实缴",
            PageSpec(
                FundIn,
                advice="在“收缴台账”里逐月填；有逐笔的缴款明细就导入，或在右边一笔一笔登记。",
                can_import=True,
            ),
        ),
        listed(
            "上解",
            PageSpec(
                Remittance,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("voucher",),
                more_columns=fund_columns.remittance_columns,
            ),
        ),
        listed("返还", PageSpec(FundReturn, advice=IMPORT_LIST, can_import=True)),
        listed(
            "催缴",
            PageSpec(
                FundDun,
                advice="发出催缴通知书后在右边登记，补缴了再填结果。",
                leave_out=("number",),
                more_columns=fund_columns.dun_columns,
            ),
        ),
        listed(
            "筹备金",
            PageSpec(
                PreparationFund,
                advice="没有建会又缴筹备金的单位登记在这里；收到的钱登记在“实缴”，勾选“建会筹备金”。",
                more_columns=fund_columns.preparation_columns,
            ),
        ),
        listed("任务", PageSpec(FundTask, advice="登记上级下达的代征、收缴任务，完成率自动算出。")),
        listed("分成规则", PageSpec(FundRule, advice="登记各级留成比例；应上解按它计算。")),
        listed(
            "票据",
            PageSpec(
                ReceiptBook,
                advice="领到一本收据就登记它的起止号；已开、作废、结存自动数出。",
                leave_out=("received_on",),
                more_columns=fund_columns.book_columns,
            ),
        ),
        listed(
            "收据",
            PageSpec(
                Receipt,
                advice="先登记票据号段，再逐张登记收据；这里只登记，不代替财政监制的收据。",
                can_import=True,
                leave_out=("is_void", "reason"),
                more_columns=fund_columns.receipt_columns,
            ),
        ),
        listed("会费", PageSpec(Dues, advice=IMPORT_LIST, can_import=True)),
        listed(
            "预决算",
            PageSpec(
                BudgetLine,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("year", "name"),
                more_columns=fund_columns.budget_columns,
            ),
        ),
        listed("流水", PageSpec(CashItem, advice=IMPORT_LIST, can_import=True)),
    ),
)
