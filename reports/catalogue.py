"""Everything printable: its name, its parameters, how private it is and what builds it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from models.errors import Problem
from models.lists.official import FORMS
from models.periods import Period
from models.store import Store
from reports import certificates, comparison, evidence, figure_tables, filed
from reports.blocks import Document
from reports.periodicals import bulletin, chronicle, spans, work_report
from reports.periodicals.work_report import half_year_summary
from reports.request import PROFILES, Parameter, Profile, Request
from reports.rosters import aid_signing, coverage, official, plain, unions, units
from reports.summary.annual import annual_summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One thing that can be printed; `formats` are the endings of the files it can be saved as.

    `workbook` makes its Excel file where that is more than the tables of the document.
    """

    name: str
    label: str
    build: Callable[[Store, Request], Document]
    workbook: Callable[[Store, Request], bytes] | None = None
    parameters: tuple[Parameter, ...] = ()
    profile: Profile = "上报"
    formats: tuple[str, ...] = ("pdf",)

    def request(
        self, period: Period, *, profile: str = "", values: Mapping[str, str] | None = None
    ) -> Request:
        """Return a checked request; without a profile the report's own is meant."""
        request = Request(
            period=period,
            profile=_profile(profile) if profile else self.profile,
            values=dict(values or {}),
        )
        self._check(request.values)
        return request

    def document(self, store: Store, request: Request) -> Document:
        """Return the report as blocks; a value that the report does not know is a Problem."""
        self._check(request.values)
        return self.build(store, request)

    def facts(self) -> dict[str, object]:
        """Return what a technician needs to know to ask for this report, as plain data."""
        return {
            "name": self.name,
            "label": self.label,
            "profile": self.profile,
            "formats": list(self.formats),
            "parameters": [
                {
                    "key": one.key,
                    "label": one.label,
                    "required": one.is_required,
                    "choices": dict(one.choices),
                }
                for one in self.parameters
            ],
        }

    def _check(self, values: Mapping[str, str]) -> None:
        known = {one.key: one for one in self.parameters}
        for key, value in values.items():
            if key not in known:
                raise Problem(f"“{self.label}”没有参数“{key}”", self._allowed())
            choices = known[key].choices
            if choices and value not in choices:
                raise Problem(
                    f"“{self.label}”的参数{key}（{known[key].label}）不能是“{value}”",
                    f"可填：{_listed(choices)}。",
                )
        for key, one in known.items():
            if one.is_required and not values.get(key):
                raise Problem(f"“{self.label}”缺少参数{key}（{one.label}）", self._allowed())

    def _allowed(self) -> str:
        if not self.parameters:
            return "这个报表不需要参数。"
        names = "、".join(f"{one.key}（{one.label}）" for one in self.parameters)
        return f"可用的参数：{names}。"


REPORTS: tuple[Report, ...] = (
    Report(
        name="annual-summary",
        label="年度工作总结",
        build=lambda store, request: annual_summary(store, request.period),
        formats=("pdf", "docx"),
    ),
    Report(
        name="summary-evidence",
        label="总结数据来源表",
        build=evidence.summary_evidence,
        profile="内部",
        formats=("pdf", "xlsx"),
    ),
    Report(
        name="half-year-summary",
        label="半年工作总结",
        build=half_year_summary,
        parameters=(spans.HALF,),
        formats=("pdf", "docx"),
    ),
    Report(
        name="quarterly-report",
        label="工作季报",
        build=work_report.quarterly_report,
        parameters=(spans.QUARTER,),
        formats=("pdf", "xlsx"),
    ),
    Report(
        name="monthly-report",
        label="工作月报",
        build=work_report.monthly_report,
        parameters=(spans.MONTH,),
        formats=("pdf", "xlsx"),
    ),
    Report(
        name="bulletin",
        label="工作简报",
        build=bulletin.bulletin,
        parameters=(bulletin.SPAN, bulletin.ISSUE, bulletin.TITLE, bulletin.RECIPIENTS),
        formats=("pdf", "docx"),
    ),
    Report(
        name="chronicle",
        label="大事记",
        build=chronicle.chronicle,
        parameters=(spans.ANY,),
        formats=("pdf", "docx"),
    ),
    Report(
        name="comparison",
        label="主要指标历年对比",
        build=comparison.comparison,
        parameters=(comparison.COUNT, comparison.SPAN, comparison.FIGURES),
        formats=("pdf", "xlsx"),
    ),
    Report(
        name="year-figures",
        label="年度数字一览表",
        build=figure_tables.year_figures,
        parameters=(figure_tables.WHICH,),
        profile="内部",
        formats=("pdf", "xlsx"),
    ),
    Report(
        name="figure-records",
        label="数字背后的名单",
        build=figure_tables.figure_records,
        parameters=(figure_tables.FIGURE,),
        profile="内部",
        formats=("pdf", "xlsx"),
    ),
    Report(
        name="union-roster",
        label="基层工会花名册",
        build=unions.union_roster,
        formats=("pdf", "xlsx"),
    ),
    Report(
        name="unit-roster",
        label="企业台账",
        build=units.unit_roster,
        parameters=(units.SCOPE, units.SORT),
        formats=("pdf", "xlsx"),
    ),
    *(
        Report(
            name=one.name,
            label=one.title,
            build=partial(official.official_list, form=one),
            workbook=partial(official.official_file, form=one),
            parameters=(official.UNION,),
            formats=("pdf", "xlsx"),
        )
        for one in FORMS
    ),
    Report(
        name="coverage-confirmation",
        label="合同覆盖企业确认表",
        build=coverage.coverage_confirmation,
        profile="内部",
        formats=("pdf", "xlsx"),
    ),
    Report(
        name="aid-signing",
        label="帮扶资金签领表",
        build=aid_signing.aid_signing,
        parameters=(aid_signing.BATCH,),
        profile="内部",
        formats=("pdf", "xlsx"),
    ),
    Report(
        name="filed-check",
        label="已上报数核对表",
        build=filed.filed_check,
        parameters=(filed.PAPER,),
        profile="内部",
        formats=("pdf", "xlsx"),
    ),
    Report(
        name="certificate",
        label="荣誉证书",
        build=certificates.certificates,
        parameters=(certificates.NUMBER,),
    ),
    Report(
        name="roster",
        label="台账一览表",
        build=plain.plain_roster,
        parameters=(plain.TYPE, plain.WITHIN),
        profile="内部",
        formats=("pdf", "xlsx"),
    ),
)


def find_report(name: str) -> Report:
    """Return the report of that name; an unknown one is a Problem that names them all."""
    for report in REPORTS:
        if report.name == name:
            return report
    raise Problem(
        f"没有名为“{name}”的报表",
        f"可用的有：{_listed({one.name: one.label for one in REPORTS})}。",
    )


def _profile(name: str) -> Profile:
    for profile in PROFILES:
        if profile == name:
            return profile
    raise Problem(f"没有“{name}”这种版式", f"可填：{'、'.join(PROFILES)}。")


def _listed(choices: Mapping[str, str]) -> str:
    return "、".join(f"{value}（{label}）" for value, label in choices.items())
