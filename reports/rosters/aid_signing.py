"""签领表: who gets what in a batch of aid, with room to sign for it."""

from collections.abc import Mapping, Sequence

from models.errors import Problem
from models.fields import fields_of
from models.records.aid import AidBatch, AidItem
from models.store import Store
from models.values.dates import say_day
from models.values.money import capital_money, show_money
from models.values.person_id import masked
from reports.blocks import Column, Document
from reports.request import Parameter, Request
from reports.rosters.sheet import SIGNED_ROW_MM, Roster

BATCH = Parameter(key="batch", label="发放批次", help="批次名称或编号；不填为本年度最近的一批")
SIGNATURES = ("制表", "审核", "财务", "工会主席")
REPORTED = "上报"
PRIVATE = frozenset({"id_no", "account_no", "proxy"})
COLUMNS = (
    Column("household_name", "姓名", 5.5, "center"),
    Column("id_no", "身份证号", 11.5, "center"),
    Column("unit_name", "单位", 13),
    Column("category", "困难类别", 5.2, "center"),
    Column("amount", "金额（元）", 6, "right"),
    Column("capital", "金额（大写）", 11),
    Column("way", "发放方式", 4.8, "center"),
    Column("account_no", "账号", 10.5, "center"),
    Column("signature", "领款人签名", 8, "center"),
    Column("proxy", "代领人及关系", 7.5, "center"),
    Column("received_on", "领取日期", 6.3, "center"),
)


def aid_signing(store: Store, request: Request) -> Document:
    """Return the signing list of one batch; what is posted shows no numbers of people."""
    batch = _batch_of(store, request)
    items = store.find(AidItem, batch=batch.id) if batch.id is not None else []
    town = store.town()
    total = sum(one.amount or 0 for one in items)
    people = sum(one.reversal_of is None for one in items)
    title = batch.title or f"{request.period.year}年帮扶资金"
    roster = Roster(
        title=f"{town.name}{title}签领表" if town.name not in title else f"{title}签领表",
        author=town.union_name,
        columns=[one for one in COLUMNS if not (request.is_posted and one.key in PRIVATE)],
        rows=[_row(one, batch, request) for one in items],
        totals={
            "household_name": f"{people}人",
            "amount": show_money(total),
            "capital": f"人民币{capital_money(total)}",
        },
        left=_left(town.union_name, batch),
        right=f"发放日期：{say_day(batch.planned_on)}" if batch.planned_on else "",
        row_height_mm=SIGNED_ROW_MM,
        signatures=SIGNATURES,
    )
    return roster.document()


def _batch_of(store: Store, request: Request) -> AidBatch:
    """Return the batch that was asked for by title or number, else the year's latest."""
    wanted = request.values.get(BATCH.key, "")
    if not wanted:
        return _latest(store.find(AidBatch, year=request.period.year))
    found = store.find(AidBatch, title=wanted)
    if not found and wanted.isdecimal():
        found = store.find(AidBatch, id=int(wanted))
    if not found:
        raise Problem(f"没有名为“{wanted}”的发放批次", "请核对批次名称，或不填批次。")
    return _latest(found)


def _latest(batches: Sequence[AidBatch]) -> AidBatch:
    return batches[-1] if batches else AidBatch()


def _left(author: str, batch: AidBatch) -> str:
    fields = fields_of(AidBatch)
    source = fields["fund_source"].show(batch.fund_source)
    parts = [f"填报单位：{author}"]
    parts += [f"资金来源：{source}"] if source else []
    parts += [f"审批依据：{batch.decided_by}"] if batch.decided_by else []
    return "　　".join(parts)


def _row(item: AidItem, batch: AidBatch, request: Request) -> Mapping[str, str]:
    fields = fields_of(AidItem)
    shown = {
        name: fields[name].show(getattr(item, name))
        for name in ("household_name", "unit_name", "category", "received_on")
    }
    is_reported = request.profile == REPORTED
    amount = item.amount
    return {
        **shown,
        "id_no": masked(item.id_no) if is_reported else item.id_no,
        "amount": "" if amount is None else show_money(amount),
        "capital": item.goods if amount is None else capital_money(amount),
        "way": fields_of(AidBatch)["way"].show(batch.way),
        "account_no": masked(item.account_no) if is_reported else item.account_no,
        "proxy": "　".join(one for one in (item.proxy_name, item.proxy_relation) if one),
    }
