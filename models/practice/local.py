"""Practice records: a local rule and the working days of 2024 that the State Council moved."""

from datetime import date

from models.practice.names import COUNTY
from models.records.local import LocalRule, WorkdayChange
from models.store import Store

# 国办发明电〔2023〕7号: the notice on the holidays of 2024.
FREE = (
    *((date(2024, 2, day), "春节") for day in (12, 13, 14, 15, 16)),
    *((date(2024, 5, day), "劳动节") for day in (1, 2, 3)),
    *((date(2024, 10, day), "国庆节") for day in (1, 2, 3, 4, 7)),
)
WORKED = (
    *((date(2024, 2, day), "春节") for day in (4, 18)),
    *((date(2024, 4, 28), "劳动节"), (date(2024, 5, 11), "劳动节")),
    *((date(2024, 9, 29), "国庆节"), (date(2024, 10, 12), "国庆节")),
)


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    store.save(
        LocalRule(
            rule="appeal_days_normal",
            value="10",
            valid_from=date(2024, 1, 1),
            document=f"{COUNTY}总工会职工诉求办理办法",
        )
    )
    for is_workday, days in ((False, FREE), (True, WORKED)):
        for day, reason in days:
            store.save(WorkdayChange(day=day, is_workday=is_workday, reason=reason))
