"""Document numbers in the one spelling of GB/T 9704."""

import pytest

from models.reading import Refused
from models.values.documents import kind_in_title, read_doc_no

RIGHT = "示例镇工发〔2024〕6号"


@pytest.mark.parametrize(
    "written",
    [
        "示例镇工发〔2024〕006号",
        "示例镇工发[2024]6号",
        "示例镇工发(2024)6号",
        "示例镇工发（2024）6号",
        "示例镇工发【2024】6号",
        "示例镇工发〔2024〕第6号",
        "示例镇工发 〔2024〕 6 号",
        "示例镇工发〔２０２４〕６号",
        "示例镇工发〔2024〕6",
    ],
)
def test_other_brackets_and_leading_zeros_are_mended(written: str) -> None:
    found = read_doc_no(written)

    assert found.value == RIGHT
    assert found.repairs
    assert not found.doubts


def test_the_right_spelling_needs_no_word() -> None:
    assert read_doc_no(RIGHT) == (RIGHT, (), ())


def test_what_is_no_number_is_kept_with_a_doubt() -> None:
    found = read_doc_no("无文号")

    assert found.value == "无文号"
    assert "不像发文字号" in found.doubts[0]


def test_a_number_of_zero_is_refused() -> None:
    with pytest.raises(Refused):
        read_doc_no("示例镇工发〔2024〕0号")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("关于同意成立甲厂工会委员会的批复", "批复"),
        ("关于印发《实施意见》的通知", "通知"),
        ("2024年度工作报告", "报告"),
        ("工作方案（试行）", "方案"),
        ("先进集体名单", ""),
    ],
)
def test_the_kind_is_the_word_that_the_title_ends_with(title: str, kind: str) -> None:
    assert kind_in_title(title) == kind
