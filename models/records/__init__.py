"""What is kept: the record types of the office file, in the order their tables are made."""

from models.records.bargaining import Campaign, CampaignMember, CampaignStep, Contract, Coverage
from models.records.base import Record
from models.records.democracy import DemocracyYear
from models.records.papers import Certificate, Document, Target
from models.records.town import SummaryText, Town, UnitAlias
from models.records.unions import IssuedItem, Union, UnionTerm, UnionUnit
from models.records.units import MaintenanceBatch, MaintenanceItem, Unit, UnitYear

RECORDS: tuple[type[Record], ...] = (
    Town,
    Unit,
    UnitYear,
    UnitAlias,
    MaintenanceBatch,
    MaintenanceItem,
    Union,
    UnionUnit,
    UnionTerm,
    IssuedItem,
    Campaign,
    CampaignMember,
    CampaignStep,
    Contract,
    Coverage,
    DemocracyYear,
    Target,
    Document,
    Certificate,
    SummaryText,
)
BY_TABLE: dict[str, type[Record]] = {one.about.table: one for one in RECORDS}
