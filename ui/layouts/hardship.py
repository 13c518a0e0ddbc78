"""Forms of hardship."""

from models.records.aid import AidBatch, AidItem, StudyAid
from models.records.hardship import HardshipMember, Pairing, Review
from models.records.hardship_file import HardshipFile
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    HardshipFile: form(
        (
            "档案",
            (
                ("status", "category"),
                ("file_no", "file_level"),
                ("category_scheme", "filed_on"),
                ("left_on", "left_reason"),
            ),
        ),
        (
            "职工",
            (
                ("person_name",),
                ("person",),
                ("id_no",),
                ("sex", "born_on"),
                ("nation", "politics"),
                ("health", "marriage"),
                ("disability", "disability_grade"),
                ("phone", "other_phone"),
                ("address",),
                ("region", "postcode"),
                ("hukou", "medical_insurance"),
            ),
        ),
        (
            "工作",
            (
                ("unit_name",),
                ("unit",),
                ("unit_nature", "unit_condition"),
                ("industry", "work_state"),
                ("work_since", "model"),
            ),
        ),
        (
            "家庭与收入",
            (
                ("household_size", "own_income"),
                ("other_income", "total_income"),
                ("rigid_expense", "hardship_expense"),
                ("income_per_head",),
                ("housing", "housing_area"),
                ("is_single_parent", "has_no_job"),
                ("can_help_itself",),
            ),
        ),
        ("致困原因", (("cause",), ("other_causes",), ("cause_note",))),
        ("银行卡", (("bank",), ("bank_branch",), ("card_no",), ("card_holder",))),
        (
            "建档过程",
            (
                ("applied_on", "visited_on"),
                ("posted_from", "posted_to"),
                ("approved_on",),
                ("comparison",),
                ("exclusions",),
                ("papers",),
                ("filer", "auditor"),
                ("keyer",),
            ),
        ),
        (
            "其他",
            (
                ("is_relief_target", "relief_group"),
                ("relief_measure",),
                ("remark",),
            ),
        ),
    ),
    HardshipMember: form(
        (
            "成员",
            (
                ("household",),
                ("name", "relation"),
                ("id_no",),
                ("sex", "born_on"),
                ("politics", "health"),
                ("disability", "disability_grade"),
                ("medical_insurance",),
            ),
        ),
        ("收入", (("identity", "monthly_income"), ("is_imputed",))),
        (
            "学校或单位",
            (
                ("school_or_unit",),
                ("study_stage", "enrolled_year"),
                ("school_years",),
                ("remark",),
            ),
        ),
    ),
    Review: form(
        (
            "复核",
            (("household",), ("reviewed_on", "kind"), ("income_per_head",), ("evidence",)),
        ),
        (
            "结论",
            (
                ("decision",),
                ("category", "reason"),
                ("approver", "approved_on"),
                ("remark",),
            ),
        ),
    ),
    Pairing: form(
        ("帮扶对象", (("household_name",), ("household",), ("unit_name",), ("unit",))),
        (
            "帮扶人",
            (("helper_name", "helper_post"), ("helper_unit",), ("helper_phone",)),
        ),
        (
            "帮扶",
            (("from_on", "to_on"), ("visits", "card_printed"), ("plan",), ("remark",)),
        ),
    ),
    AidBatch: form(
        (
            "批次",
            (
                ("title",),
                ("year", "kind"),
                ("fund_source", "way"),
                ("planned_on",),
                ("decided_by",),
                ("remark",),
            ),
        ),
    ),
    AidItem: form(
        (
            "领款人",
            (
                ("batch",),
                ("household_name",),
                ("household",),
                ("person",),
                ("id_no",),
                ("unit_name",),
                ("unit",),
                ("category",),
                ("no_file_reason",),
            ),
        ),
        (
            "金额和物品",
            (
                ("amount",),
                ("goods", "goods_quantity"),
                ("cap_reason",),
                ("account_holder",),
                ("account_no",),
            ),
        ),
        (
            "签领",
            (
                ("received_on", "receiver"),
                ("proxy_name", "proxy_relation"),
                ("proxy_id",),
                ("is_signed", "keyed_on"),
                ("reversal_of",),
                ("remark",),
            ),
        ),
    ),
    StudyAid: form(
        (
            "学生",
            (("item",), ("student", "relation"), ("student_id",), ("exam_no",)),
        ),
        (
            "学校",
            (
                ("school",),
                ("major",),
                ("level", "enrolled_year"),
                ("tuition", "has_tuition_proof"),
                ("has_school_confirmed",),
                ("excluded",),
                ("prior_aid",),
                ("remark",),
            ),
        ),
    ),
}
