"""The register of certificates, from which they are printed singly or as a batch."""

from collections.abc import Mapping, Sequence

from models.numbering import next_certificate_number
from models.records.base import Record
from models.records.papers import Certificate
from reports.blocks import Document
from reports.certificates import certificate
from ui.office import Office
from ui.page_spec import Action, PageSpec


def certificate_spec(office: Office) -> PageSpec:
    """Return the page of certificates with its printing button."""

    def print_selected(records: list[Record]) -> None:
        if not records:
            office.say("请先在列表中选中要打印的证书，按住 Ctrl 可以多选")
            return
        office.preview(preview_of(records, office))

    return PageSpec(
        Certificate,
        advice="登记后选中一份或几份，点“打印证书”就能预览和打印。",
        presets=_presets,
        actions=(Action("打印证书", "award", print_selected),),
    )


def preview_of(records: Sequence[Record], office: Office) -> Document:
    """Return these certificates as one document."""
    issuer = office.store.town().union_name
    blocks = tuple(certificate(one, issuer) for one in records if isinstance(one, Certificate))
    name = f"{blocks[0].heading}{len(blocks)}份"
    return Document(name=name, kind="certificate", blocks=blocks, author=issuer)


def _presets(office: Office) -> Mapping[str, object]:
    """Return the next number of the year and what the last certificate had."""
    presets: dict[str, object] = {
        "number": next_certificate_number(office.store, office.year),
        "kind": "1",
        "holder_kind": "1",
    }
    given = [one for one in office.store.all(Certificate) if one.honour]
    if given:
        last = given[-1]
        presets |= {"honour": last.honour, "reason": last.reason, "awarded_on": last.awarded_on}
    return presets
