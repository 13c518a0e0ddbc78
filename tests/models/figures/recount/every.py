"""All recounts by the code of the figure."""

from collections.abc import Mapping

from tests.models.figures.recount import (
    bargaining,
    democracy,
    events,
    funds,
    hardship,
    innovation,
    membership,
    organisation,
    safety,
    service,
)
from tests.models.figures.recount.town import Recount

AREAS = (
    organisation,
    membership,
    bargaining,
    democracy,
    innovation,
    service,
    hardship,
    safety,
    events,
    funds,
)
RECOUNTS: Mapping[str, Recount] = {
    code: recount for area in AREAS for code, recount in area.FIGURES.items()
}
