"""Work on hardship files that touches more than one record."""

from models import codes
from models.errors import Problem
from models.records.base import with_values
from models.records.hardship import HardshipMember, Review
from models.records.hardship_file import ENDED, HardshipFile
from models.rules.hardship import status_after, total_income
from models.rules.hardship_category import income_per_head
from models.store import Store
from models.values.dates import PartialDate

RECLASSIFY = "2"
TOWN_LEVEL, TO_TOWN_LEVEL = "4", "5"


def decide(store: Store, review: Review) -> HardshipFile:
    """Let a review's decision change its file, as one step that can be taken back."""
    file = store.get_or_none(HardshipFile, review.household)
    if file is None or not status_after(review):
        raise Problem("这次复核还没有结论", "请先选好复核结论并保存。")
    after = decided(file, review)
    if after == file:
        raise Problem(f"“{file.person_name}”的档案已经与复核结论一致，不用再落实")
    words = codes.table("hard_decision").label(review.decision)
    with store.change(f"落实复核结论 {file.person_name} {words}"):
        return store.save(after)


def decided(file: HardshipFile, review: Review) -> HardshipFile:
    """Return the file as a review's decision leaves it."""
    status = status_after(review)
    found: dict[str, object] = {"status": status, "left_on": None, "left_reason": ""}
    left = review.approved_on or review.reviewed_on
    if status in ENDED:
        found |= {
            "left_on": PartialDate(left.year, left.month, left.day) if left else None,
            "left_reason": review.reason,
        }
    if review.decision == RECLASSIFY and review.category:
        scheme = codes.table("hard_category").by_code[review.category].extra["scheme"]
        found |= {"category": review.category, "category_scheme": scheme}
    if review.decision == TO_TOWN_LEVEL:
        found["file_level"] = TOWN_LEVEL
    return with_values(file, **found)


def fill_from_members(store: Store, file: HardshipFile) -> HardshipFile:
    """Return the file with its blank size and incomes worked out from the members entered."""
    members = store.find(HardshipMember, household=file.id)
    found: dict[str, object] = {}
    if file.household_size is None:
        found["household_size"] = 1 + len(members)
    if file.total_income is None and file.own_income is not None:
        found["total_income"] = total_income(file, members)
    filled = with_values(file, **found)
    if filled.income_per_head is None:
        return with_values(filled, income_per_head=income_per_head(filled))
    return filled
