"""Figures about the office's papers, certificates and meetings."""

from models.figures.defining import flow
from models.figures.figure import Count, Definition, Ledger, number_of
from models.records.diary import Meeting
from models.records.papers import Certificate, Document


def papers(ledger: Ledger) -> list[Document]:
    """Return the office's own papers of the period."""
    return ledger.during(Document, "issued_on")


def certificates(ledger: Ledger) -> Count:
    """Return the certificates of honour and appointment made out in the period."""
    return number_of(ledger.during(Certificate, "awarded_on"))


def people_at_meetings(ledger: Ledger) -> Count:
    """Return the attendances at the period's meetings."""
    found = [one for one in ledger.during(Meeting, "held_on") if one.headcount]
    return Count(sum(one.headcount or 0 for one in found), tuple(found))


DEFINITIONS: tuple[Definition, ...] = (
    flow(
        "docs_issued",
        "印发文件",
        "件",
        lambda ledger: number_of(papers(ledger)),
        basis="发文登记中成文日期在本期内的",
    ),
    flow(
        "certificates_awarded", "颁发证书", "本", certificates, basis="证书登记中颁发日期在本期内的"
    ),
    flow(
        "meetings_people",
        "会议到会",
        "人次",
        people_at_meetings,
        basis="本期登记的会议的到会人数相加",
    ),
)
