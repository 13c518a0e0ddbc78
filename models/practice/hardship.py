"""Practice records: households in hardship: files, reviews, pairing and aid."""

from datetime import date, timedelta

from models.hardship import decided
from models.practice.names import REGION, VILLAGES, person, phone
from models.records.aid import AidBatch, AidItem, StudyAid
from models.records.base import with_values
from models.records.hardship import HardshipMember, Pairing, Review
from models.records.hardship_file import HardshipFile, is_on_file
from models.records.units import Unit
from models.store import Store
from models.values.dates import PartialDate
from models.values.person_id import check_digit

FILES, POSTED_PLACE, PLANNED_PLACE = 16, 14, 15
YEARS = (2023, 2024)
# Who left the file, by the place of the file: the year and what the review decided.
LEAVING = {2: (2023, "3", "1"), 3: (2023, "4", "2"), 12: (2024, "3", "1"), 13: (2024, "4", "3")}
# Title, kind, source of money, month, day, way, how many people, yuan for each.
BATCHES = (
    ("元旦春节送温暖", "1", "5", 2, 2, "1", 6, 1_000),
    ("日常生活救助", "2", "2", 4, 10, "2", 2, 600),
    ("劳模慰问", "6", "3", 4, 28, "1", 1, 800),
    ("医疗救助", "3", "1", 5, 15, "2", 2, 3_000),
    ("临时救助", "5", "7", 6, 18, "1", 1, 1_000),
    ("防暑降温慰问", "7", "5", 7, 12, "4", 5, 180),
    ("金秋助学", "4", "4", 8, 26, "2", 3, 3_000),
    ("大病救助", "8", "6", 9, 9, "2", 1, 5_000),
    ("中秋慰问品", "9", "8", 9, 14, "4", 5, 120),
)
HELPERS = ("镇总工会主席", "工会干事", "妇联主席", "园区办主任")
PLANS = ("节日走访慰问，帮助申报医疗互助", "联系金秋助学", "介绍合适岗位", "上门看望，协调就医")
CAUSES = ("6", "8", "9", "3", "1")
CARD = "6217990000000000014"
FEN = 100
STUDY, GOODS, PREPARED = "4", {"7": "凉席、毛巾、绿豆", "9": "月饼、食用油"}, "中秋慰问品"
FIRST_NAME, FIRST_MEMBER, FIRST_HELPER = 700, 760, 800


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    units = store.all(Unit)
    files = [store.save(_file(units[place * 3], place)) for place in range(FILES)]
    for place, file in enumerate(files):
        _save_members(store, file, place)
    for year in YEARS:
        for place, file in enumerate(files):
            if (
                file.filed_on
                and file.filed_on.first() <= date(year, 10, 1)
                and not _has_left(place, year)
            ):
                store.save(_pairing(file, place, year))
    for year in YEARS:
        files = _with_reviews(store, files, year)
        _save_aid(store, files, year)


def id_number(born: date, serial: int) -> str:
    """Return a number with a right check digit of a region that is nobody's."""
    first = f"{REGION}{born:%Y%m%d}{serial:03d}"
    return first + check_digit(first)


def _on(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _file(unit: Unit, place: int) -> HardshipFile:
    applied = date(2022, 2, 7) + timedelta(days=place * 63)
    is_filed = place not in {POSTED_PLACE, PLANNED_PLACE}
    is_posted = place != PLANNED_PLACE
    income = 900_00 + place * 130_00
    size = 2 + place % 2
    return HardshipFile(
        file_no=f"{applied.year}{place + 1:04d}",
        file_level="3" if place % 3 else "1",
        status="3" if is_filed else "2" if is_posted else "1",
        category=("1", "2", "3")[place % 3],
        person_name=person(FIRST_NAME + place),
        id_no=id_number(date(1968 + place, 1 + place % 12, 5 + place), 11 + place * 13),
        nation="01",
        politics="13",
        health="14" if place == 4 else "6" if place % 5 == 0 else "1",
        disability="5" if place == 4 else "",
        disability_grade="3" if place == 4 else "",
        marriage="1",
        hukou="2",
        region="示范县",
        medical_insurance="1",
        phone=phone(7100 + place),
        address=VILLAGES[place],
        unit=unit.id,
        unit_name=unit.name,
        unit_nature=unit.unit_nature,
        unit_condition="1",
        industry=unit.industry,
        work_state="1",
        model="5",
        housing="2",
        own_income=income,
        other_income=1_200_00,
        rigid_expense=6_000_00 + place * 400_00,
        total_income=(income + (place % 2) * 300_00) * 12 + 1_200_00,
        household_size=size,
        cause=CAUSES[place % len(CAUSES)],
        bank="农村商业银行",
        card_no=CARD,
        card_holder=person(FIRST_NAME + place),
        applied_on=applied,
        visited_on=applied + timedelta(days=5),
        posted_from=applied + timedelta(days=8) if is_posted else None,
        posted_to=applied + timedelta(days=18) if is_posted else None,
        approved_on=applied + timedelta(days=22) if is_filed else None,
        filed_on=_on(applied + timedelta(days=24)) if is_filed else None,
        papers=("1", "2", "3", "6"),
        filer=person(301),
        auditor=person(300),
        keyer=person(301),
    )


def _save_members(store: Store, file: HardshipFile, place: int) -> None:
    """Save who else lives in the household: a spouse, in every second one a child at school."""
    spouse = date(1970 + place, 3 + place % 9, 9)
    store.save(
        HardshipMember(
            household=file.id,
            name=person(FIRST_MEMBER + place),
            relation="1",
            id_no=id_number(spouse, 22 + place * 13),
            health="1",
            medical_insurance="2",
            identity="2" if place % 2 else "6",
            monthly_income=300_00 if place % 2 else 0,
        )
    )
    if place % 2:
        store.save(
            HardshipMember(
                household=file.id,
                name=person(FIRST_MEMBER + 20 + place),
                relation="2",
                id_no=id_number(date(2005, 4, 2 + place), 31 + place * 10),
                health="1",
                medical_insurance="2",
                identity="4",
                monthly_income=0,
                school_or_unit="云溪县第一中学",
                study_stage="3",
                enrolled_year=2021,
                school_years=3,
            )
        )


def _has_left(place: int, year: int) -> bool:
    return place in LEAVING and LEAVING[place][0] <= year


def _pairing(file: HardshipFile, place: int, year: int) -> Pairing:
    helper = place % len(HELPERS)
    is_over = place == 9
    return Pairing(
        household=file.id,
        household_name=file.person_name,
        unit=file.unit,
        unit_name=file.unit_name,
        helper_name=person(FIRST_HELPER + helper),
        helper_post=HELPERS[helper],
        helper_phone=phone(7300 + helper),
        from_on=max(PartialDate(year, 3, 5), file.filed_on or PartialDate(year)),
        to_on=PartialDate(year, 10, 31) if is_over else PartialDate(year, 12, 31),
        plan=PLANS[helper],
        visits=1 + place % 4,
        card_printed=place % 2 == 0,
    )


def _with_reviews(store: Store, files: list[HardshipFile], year: int) -> list[HardshipFile]:
    """Save the reviews of a year and return the files as they leave them."""
    found = []
    for place, file in enumerate(files):
        is_due = file.status == "3" and file.filed_on is not None and file.filed_on.year <= year
        found.append(_reviewed(store, file, place, year) if is_due else file)
    return found


def _reviewed(store: Store, file: HardshipFile, place: int, year: int) -> HardshipFile:
    left, decision, reason = LEAVING.get(place, (0, "", ""))
    if left != year:
        decision, reason = "1", ""
    review = store.save(
        Review(
            household=file.id,
            reviewed_on=date(year, 11, 20),
            kind="1",
            income_per_head=2_150_00 if decision == "3" else file.income_per_head,
            decision=decision,
            reason=reason,
            approver=person(300),
            approved_on=date(year, 11, 28),
            evidence="入户走访，核对了工资和医药费单据。",
        )
    )
    return store.save(decided(file, review)) if decision != "1" else file


def _save_aid(store: Store, files: list[HardshipFile], year: int) -> None:
    """Save a batch of every kind; all are signed but the latest one, which is being prepared."""
    for title, kind, source, month, day, way, count, yuan in BATCHES:
        given_on = date(year, month, day)
        batch = store.save(
            AidBatch(
                title=f"{year}年{title}",
                year=year,
                kind=kind,
                fund_source=source,
                decided_by=f"镇总工会主席办公会（{month}月）",
                planned_on=given_on,
                way=way,
            )
        )
        on_file = [one for one in files if is_on_file(one, given_on)]
        for place, file in enumerate(on_file[:count]):
            item = store.save(_item(file, batch, yuan * FEN))
            if kind == STUDY:
                store.save(_study(item, place, year))
        for place, item in enumerate(store.find(AidItem, batch=batch.id)):
            if year < YEARS[-1] or title != PREPARED or place < 2:
                store.save(_signed(item, batch, by_proxy=place == 2))


def _item(file: HardshipFile, batch: AidBatch, amount: int) -> AidItem:
    return AidItem(
        batch=batch.id,
        household=file.id,
        household_name=file.person_name,
        id_no=file.id_no,
        unit=file.unit,
        unit_name=file.unit_name,
        category=file.category,
        amount=amount,
        goods=GOODS.get(batch.kind, ""),
        account_holder=file.card_holder if batch.way == "2" else "",
        account_no=file.card_no if batch.way == "2" else "",
    )


def _signed(item: AidItem, batch: AidBatch, *, by_proxy: bool) -> AidItem:
    signed = with_values(item, is_signed=True, received_on=batch.planned_on, receiver="1")
    if not by_proxy:
        return signed
    return with_values(
        signed,
        receiver="2",
        proxy_name=person(FIRST_MEMBER),
        proxy_relation="妻子",
        proxy_id=id_number(date(1972, 5, 9), 46),
    )


def _study(item: AidItem, place: int, year: int) -> StudyAid:
    return StudyAid(
        item=item.id,
        student=person(FIRST_MEMBER + 20 + place),
        student_id=id_number(date(2006, 4, 2 + place), 52 + place),
        relation="2",
        school=("云海大学", "临澜职业技术学院", "云溪师范学院")[place % 3],
        major=("护理", "机电一体化", "小学教育")[place % 3],
        level=("6", "5", "6")[place % 3],
        enrolled_year=year,
        tuition=5_600 * FEN,
        has_tuition_proof=True,
        has_school_confirmed=place != 1,
        excluded="0",
    )
