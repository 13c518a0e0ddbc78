"""How each form is arranged: sections with rows of fields, as data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.records.bargaining import Campaign, CampaignMember, CampaignStep, Contract, Coverage
from models.records.base import Record
from models.records.democracy import DemocracyYear
from models.records.papers import Certificate, Document, Target
from models.records.town import Town, UnitAlias
from models.records.unions import IssuedItem, Union, UnionTerm, UnionUnit
from models.records.units import MaintenanceBatch, MaintenanceItem, Unit, UnitYear

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A named part of a form; a row of one field gets the whole width."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The sections of a form, and the fields that it leaves out."""

    sections: tuple[Section, ...]
    hidden: tuple[str, ...] = ()

    def names(self) -> Iterator[str]:
        """Yield the fields in the order of the eye."""
        for section in self.sections:
            for row in section.rows:
                yield from row


LAYOUTS: Mapping[type[Record], Layout] = {
    Town: Layout(
        (
            Section("本镇", (("name", "union_name"), ("parent_union", "year"), ("county", "city"))),
            Section("办公", (("chair", "clerk"), ("phone", "doc_prefix"))),
        )
    ),
    Unit: Layout(
        (
            Section(
                "基本情况",
                (
                    ("name",),
                    ("credit_code",),
                    ("carrier_type", "operating_status"),
                    ("village", "registration_no"),
                    ("region",),
                    ("address",),
                ),
            ),
            Section(
                "联系",
                (("legal_person", "phone"), ("contact", "contact_phone"), ("email", "postcode")),
            ),
            Section(
                "性质与行业",
                (
                    ("unit_nature", "nonpublic"),
                    ("industry", "industry_division"),
                    ("economic_type", "registration_type"),
                    ("founded_on", "party_organisation"),
                    ("main_business",),
                    ("registered_address",),
                    ("fixed_assets", "annual_output"),
                    ("tax_paid",),
                ),
            ),
            Section("建会", (("no_union_reason", "planned_union_on"), ("remark",))),
        )
    ),
    UnitYear: Layout(
        (
            Section(
                "截至某一天的人数",
                (
                    ("unit",),
                    ("as_of", "source"),
                    ("workers_total", "workers_female"),
                    ("workers_migrant", "above_scale"),
                ),
            ),
        )
    ),
    UnitAlias: Layout((Section("别名", (("alias",), ("unit",))),)),
    MaintenanceBatch: Layout(
        (
            Section(
                "批次",
                (("title",), ("year", "source"), ("issued_on", "due_on"), ("closed_on",)),
            ),
        )
    ),
    MaintenanceItem: Layout(
        (
            Section(
                "预置单位",
                (
                    ("preset_name",),
                    ("batch",),
                    ("preset_no", "preset_workers"),
                    ("unit",),
                    ("is_preset",),
                ),
            ),
            Section("维护情况", (("result", "done_on"), ("done_by", "uploaded_on"), ("changes",))),
        )
    ),
    Union: Layout(
        (
            Section(
                "基本情况",
                (
                    ("name",),
                    ("org_type", "org_form"),
                    ("founded_on", "status"),
                    ("unit",),
                    ("unit_name",),
                    ("carrier_type", "level"),
                    ("parent_name",),
                    ("credit_code",),
                ),
            ),
            Section(
                "主席与人数",
                (
                    ("chair", "phone"),
                    ("workers_total", "members_total"),
                    ("workers_female", "members_female"),
                    ("workers_migrant", "email"),
                    ("staff_fulltime", "staff_parttime"),
                ),
            ),
            Section(
                "组织与账户",
                (
                    ("has_audit", "has_women"),
                    ("has_congress", "has_supervision"),
                    ("has_seal", "has_bank"),
                    ("bank_account", "stat_code"),
                ),
            ),
            Section(
                "建会与撤销",
                (
                    ("build_mode", "prepared_on"),
                    ("reply_no", "ended_on"),
                    ("end_reason",),
                    ("remark",),
                ),
            ),
        )
    ),
    UnionUnit: Layout(
        (
            Section(
                "涵盖单位",
                (
                    ("unit_name",),
                    ("union",),
                    ("unit",),
                    ("workers_total", "members_total"),
                    ("contact", "phone"),
                    ("joined_on", "left_on"),
                ),
            ),
        )
    ),
    UnionTerm: Layout(
        (
            Section(
                "选举",
                (
                    ("union",),
                    ("session_no", "elected_on"),
                    ("years", "expires_on"),
                    ("meeting_type", "extended_to"),
                    ("members_total", "delegates_total"),
                ),
            ),
            Section("批复", (("reply_no", "reply_on"),)),
        )
    ),
    IssuedItem: Layout(
        (
            Section(
                "发放",
                (
                    ("union_name",),
                    ("union",),
                    ("item", "quantity"),
                    ("made_on", "issued_on"),
                    ("received_by", "cost"),
                    ("returned_on",),
                    ("remark",),
                ),
            ),
        )
    ),
    Campaign: Layout(
        (
            Section(
                "行动",
                (
                    ("title",),
                    ("year", "scope"),
                    ("started_on", "ended_on"),
                    ("leader_name", "leader_post"),
                    ("plan_title",),
                    ("plan_no",),
                ),
            ),
            Section(
                "目标与口径",
                (
                    ("target_units", "target_share"),
                    ("base_date", "denominator_basis"),
                    ("denominator_manual", "denominator_note"),
                    ("remark",),
                ),
            ),
        )
    ),
    CampaignMember: Layout((Section("成员", (("name", "role"), ("post",), ("campaign",))),)),
    CampaignStep: Layout(
        (
            Section(
                "做了什么",
                (
                    ("step", "acted_on"),
                    ("content",),
                    ("unit_count", "headcount"),
                    ("output",),
                    ("campaign",),
                ),
            ),
        )
    ),
    Contract: Layout(
        (
            Section(
                "合同",
                (
                    ("unit_name",),
                    ("unit",),
                    ("kind",),
                    ("scope", "workers_covered"),
                    ("signed_on", "contract_no"),
                    ("valid_from", "valid_to"),
                    ("title",),
                ),
            ),
            Section(
                "代表与工资",
                (
                    ("chief_workers", "chief_employer"),
                    ("wage_before", "wage_after"),
                    ("min_wage", "copies"),
                ),
            ),
            Section(
                "报送与审查",
                (
                    ("filed_on", "filed_by"),
                    ("accept_no", "received_on"),
                    ("review_result", "review_on"),
                    ("review_no", "effective_on"),
                    ("published_on", "publication_way"),
                    ("union_filed_on",),
                ),
            ),
            Section(
                "履行",
                (
                    ("performance", "ended_on"),
                    ("end_reason",),
                    ("previous",),
                    ("remark",),
                ),
            ),
        )
    ),
    Coverage: Layout(
        (
            Section(
                "覆盖企业",
                (
                    ("unit_name",),
                    ("unit",),
                    ("credit_code",),
                    ("year", "base_date"),
                    ("contract_title",),
                    ("workers_total", "workers_covered"),
                    ("workers_female", "own_contract"),
                ),
            ),
            Section(
                "确认",
                (("chair", "worker_delegate"), ("sealed_on", "left_on"), ("remark",)),
            ),
        )
    ),
    DemocracyYear: Layout(
        (
            Section(
                "单位",
                (("unit_name",), ("unit",), ("year", "level"), ("is_above_scale", "score")),
            ),
            Section(
                "职代会与厂务公开",
                (
                    ("congress_kind", "congress_term"),
                    ("has_disclosure", "has_column"),
                    ("disclosure_leader", "disclosure_department"),
                    ("column_place",),
                ),
            ),
            Section(
                "其他",
                (
                    ("has_contract", "wage_negotiation"),
                    ("has_director", "has_supervisor"),
                    ("has_mediation", "has_safety_delegate"),
                    ("remark",),
                ),
            ),
        )
    ),
    Target: Layout(
        (
            Section(
                "任务",
                (
                    ("indicator",),
                    ("year", "figure"),
                    ("target", "unit_label"),
                    ("due_on", "weight"),
                ),
            ),
            Section("下达", (("issued_by", "doc_no"), ("issued_on",), ("remark",))),
        )
    ),
    Document: Layout(
        (
            Section(
                "文件",
                (
                    ("doc_no", "issued_on"),
                    ("title",),
                    ("kind", "matter"),
                    ("union",),
                    ("recipients",),
                    ("copy_to",),
                ),
            ),
            Section(
                "办理",
                (("drafted_by", "signed_by"), ("copies", "box"), ("remark",)),
            ),
        )
    ),
    Certificate: Layout(
        (
            Section(
                "证书",
                (
                    ("number", "kind"),
                    ("holder_kind", "awarded_on"),
                    ("holder",),
                    ("unit",),
                    ("unit_name",),
                    ("honour",),
                    ("reason",),
                    ("issuer",),
                    ("doc_no",),
                    ("remark",),
                ),
            ),
        )
    ),
}
