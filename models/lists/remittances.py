"""Lists of what was remitted and came back, of demands in writing and preparation funds."""

from models.lists.kinds import UNIT_CODE, SheetType, Slot
from models.records.remittances import FundDun, FundReturn, PreparationFund, Remittance

LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=Remittance,
        label="经费上解",
        titles=("上解", "上缴明细", "划拨明细", "解缴"),
        needs=("ym", "amount"),
        speaks=("due", "income", "remit_on", "voucher"),
        headings={
            Slot(Remittance, "due"): ("应上解40%", "应上解经费", "应上解数"),
            Slot(Remittance, "amount"): ("实际上解金额", "实上解金额", "已上解金额", "上解额"),
        },
    ),
    SheetType(
        record=FundReturn,
        label="经费返还",
        titles=("返还", "回拨", "补助"),
        needs=("in_on", "kind", "amount"),
        speaks=("from_level", "unit_name", "doc_no", "paid_on"),
        others=(UNIT_CODE,),
    ),
    SheetType(
        record=FundDun,
        label="经费催缴",
        titles=("催缴",),
        needs=("unit_name", "arrears", "issued_on"),
        speaks=("number", "deadline", "result", "signer"),
        others=(UNIT_CODE,),
    ),
    SheetType(
        record=PreparationFund,
        label="建会筹备金",
        titles=("筹备金",),
        needs=("unit_name", "from_on"),
        speaks=("reason", "to_on", "returned", "returned_on"),
        others=(UNIT_CODE,),
    ),
)
