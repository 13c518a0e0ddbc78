"""The tab of mutual help insurance."""

from collections import Counter
from collections.abc import Sequence

from models.records.mutual import InsuredPerson, MutualClaim, MutualPlan, MutualPolicy
from models.rules.local import limit
from models.values.numbers import show_number
from models.values.person_id import birth_of, sex_of
from ui.areas.base import IMPORT_LIST, Area, listed
from ui.lists.columns import NOTHING, CellText, Column
from ui.office import Office
from ui.page_spec import PageSpec

ID_LENGTH = 18


def policy_columns(office: Office) -> Sequence[Column]:
    """Return how many people a policy covers, by its roster when there is one, and what is due."""
    today = office.day
    listed_people = Counter(one.policy for one in office.store.all(InsuredPerson))
    notice = limit(office.store, "mutual_renew_days", today)

    def people_cell(policy: MutualPolicy) -> CellText:
        count = listed_people[policy.id] or policy.headcount
        if count is None:
            return CellText(NOTHING, "muted")
        return CellText(show_number(count), order=count)

    def due_cell(policy: MutualPolicy) -> CellText:
        state = policy.about.state_of(policy, today)
        name = state.name if state else ""
        if name != "在保" or policy.end_on is None:
            return CellText(name, "muted")
        left = (policy.end_on - today).days
        if notice is not None and left <= notice.whole:
            return CellText(f"{left}天后到期", "error", order=left)
        return CellText(name, "ok", order=left)

    return (
        Column("人数", people_cell, align="right", width=4),
        Column("状态", due_cell, width=6),
    )


def insured_columns(office: Office) -> Sequence[Column]:
    """Return the sex and the age that an identity number tells."""
    today = office.day

    def sex_cell(person: InsuredPerson) -> CellText:
        known = len(person.id_no) == ID_LENGTH
        return CellText(sex_of(person.id_no)) if known else CellText(NOTHING, "muted")

    def age_cell(person: InsuredPerson) -> CellText:
        if len(person.id_no) != ID_LENGTH:
            return CellText(NOTHING, "muted")
        born = birth_of(person.id_no)
        age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
        return CellText(str(age), order=age)

    return (
        Column("年龄", age_cell, align="right", width=3),
        Column("性别", sex_cell, width=3),
    )


def claim_columns(office: Office) -> Sequence[Column]:
    """Return the unit of the policy, and where a claim stands."""
    today = office.day
    units = {one.id: one.unit_name for one in office.store.all(MutualPolicy)}

    def unit_cell(claim: MutualClaim) -> CellText:
        return CellText(units.get(claim.policy, NOTHING))

    def state_cell(claim: MutualClaim) -> CellText:
        state = claim.about.state_of(claim, today)
        name = state.name if state else ""
        return CellText(name, "ok" if name == "已付" else "error" if name == "未通过" else "")

    return (Column("单位", unit_cell, width=12), Column("进展", state_cell, width=5))


AREA = Area(
    "mutual",
    "互助保障",
    "mutual",
    lists=(
        listed(
            "参保单位",
            PageSpec(
                MutualPolicy,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("start_on", "headcount", "fee_total"),
                more_columns=policy_columns,
            ),
        ),
        listed(
            "被保障人",
            PageSpec(
                InsuredPerson,
                advice="有名单的单位在这里登记或导入；登记以后，覆盖职工按名单算。",
                can_import=True,
                leave_out=("shares", "fee"),
                more_columns=insured_columns,
            ),
        ),
        listed(
            "互助金申领",
            PageSpec(
                MutualClaim,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("policy", "claimed_on"),
                more_columns=claim_columns,
            ),
        ),
        listed(
            "保障计划",
            PageSpec(
                MutualPlan,
                advice="把上级办的保障计划登记在这里；导入参保汇总表时，新的计划会自动登记名称。",
                can_import=True,
                leave_out=("term_months",),
            ),
        ),
    ),
)
