"""The tab of documents, certificates and local rules."""

from collections.abc import Mapping

from models.numbering import next_document_number
from models.records.local import LocalRule, WorkdayChange
from models.records.papers import Document
from ui.areas import events
from ui.areas.base import IMPORT_LIST, Area, SubTab, listed
from ui.office import Office
from ui.page_spec import PageSpec
from ui.pages.certificates import certificate_spec
from ui.pages.rules import RulesPage


def _document_presets(office: Office) -> Mapping[str, object]:
    return {"doc_no": next_document_number(office.store, office.year)}


AREA = Area(
    "documents",
    "文书",
    "documents",
    lists=(
        listed(
            "发文登记",
            PageSpec(
                Document,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("recipients", "copies"),
                presets=_document_presets,
            ),
        ),
        *events.PAPERS,
        SubTab("证书登记", certificate_spec),
        SubTab("规定一览", page=RulesPage),
        listed(
            "本地规定",
            PageSpec(
                LocalRule,
                advice="各种期限和标准先按“本镇情况”里选的地方规定；与当地文件不同的，在这里登记一条。",
            ),
        ),
        listed(
            "节假日调整",
            PageSpec(WorkdayChange, advice="按国务院办公厅的放假通知登记，工作日期限才算得准。"),
        ),
    ),
)
