"""Lists of what was remitted and came back, of demands in writing and preparation funds."""

from models.lists.kinds import UNIT_CODE, SheetType, Slot
from models.lists.wording import worded
from models.records.remittances import FundDun, FundReturn, PreparationFund, Remittance

_LEVELS = (
    (r"财政", "镇财政"),
    (r"县|区", "县（市、区）总工会"),
    (r"省", "省总工会"),
    (r"全国|中华", "全国总工会"),
    (r"市", "市总工会"),
)

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
            Slot(Remittance, "income"): ("收缴总额", "收缴金额", "实收总额", "经费总额"),
            Slot(Remittance, "remit_on"): ("上缴时间", "上解时间", "划拨时间"),
        },
        readers={"level": worded(Remittance, "level", _LEVELS)},
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
