"""Figures by what they are about, for whoever has to choose among hundreds."""

from collections.abc import Iterable, Mapping

from models.figures.figure import Definition

REST = "其他"
# How the codes of a group begin; the first group that fits has a figure.
_BEGINNINGS: Mapping[str, tuple[str, ...]] = {
    "基层组织": (
        "unit",
        "union",
        "maint_",
        "above_scale",
        "joint_",
        "terms_",
        "issued_",
        "officers_",
        "chairs_",
        "audit_",
        "women_",
        "certified_",
        "renewal_",
        "applications_",
        "elections_",
        "task_",
    ),
    "会员": ("member", "joining_"),
    "集体协商": ("cb_", "nego_"),
    "民主管理": ("dm_", "harmony_"),
    "经济技术创新": ("comp_", "labour_", "sugg_", "patents_", "tech_", "model_"),
    "服务职工": ("svc_", "visit_", "survey", "issues", "venue"),
    "困难帮扶": ("hard_", "aid_"),
    "维权调解": ("case", "law_letter"),
    "安全健康": ("ankang_", "safety_", "hazards_", "train_", "exam_", "occ_"),
    "互助保障": ("mi_",),
    "经费财务": ("fund_", "dues_", "receipts_", "budget_", "cash_"),
    "活动荣誉宣传": (
        "contest",
        "event",
        "sport_",
        "law_",
        "condolence_",
        "reception",
        "inspection",
        "honors_",
        "media_",
        "outputs",
        "meetings",
        "incoming",
        "chronicle_",
    ),
}


def group_of(code: str) -> str:
    """Return the name of the group that a figure belongs to."""
    for name, beginnings in _BEGINNINGS.items():
        if code.startswith(beginnings):
            return name
    return REST


def grouped(definitions: Iterable[Definition]) -> dict[str, list[Definition]]:
    """Return figures by group, the groups in the order of the window's tabs."""
    found: dict[str, list[Definition]] = {name: [] for name in (*_BEGINNINGS, REST)}
    for one in definitions:
        found[group_of(one.code)].append(one)
    return {name: members for name, members in found.items() if members}
