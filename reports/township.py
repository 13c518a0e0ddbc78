"""How a township is called in its own papers."""

from dataclasses import dataclass

from models.records.town import Town


@dataclass(frozen=True, slots=True)
class Place:
    """The words for a township, a rural township or a subdistrict."""

    whole: str
    ours: str
    leaders: str


def place_of(town: Town) -> Place:
    """Return the words for a township by the end of its name."""
    if town.name.endswith("街道"):
        return Place("全街道", "我街道", "街道党工委、办事处")
    kind = "乡" if town.name.endswith("乡") else "镇"
    return Place(f"全{kind}", f"我{kind}", f"{kind}党委、政府")
