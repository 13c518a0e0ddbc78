"""Text and names lose what cannot be seen and keep what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reading import Refused
from models.values.text import clean, clean_name, name_key, unit_core

PLACES = ("示例市", "示例县", "示例镇")
ANY_TEXT = st.text(st.characters(exclude_categories=()))


def test_ordinary_text_is_kept_without_a_word() -> None:
    reading = clean("示例镇东岭村12号，电话未装（2024年起）。\n第二行")

    assert reading.value == "示例镇东岭村12号，电话未装（2024年起）。\n第二行"
    assert (reading.repairs, reading.doubts) == ((), ())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("王晓诚\u200b", "王晓诚"),
        ("\ufeff王晓诚", "王晓诚"),
        ("王\x00晓\x07诚", "王晓诚"),
        ("cafe\u0301", "caf\u00e9"),
        ("  王晓诚\u3000", "王晓诚"),
    ],
)
def test_what_cannot_be_seen_is_removed_with_a_note(typed: str, kept: str) -> None:
    reading = clean(typed)

    assert reading.value == kept
    assert len(reading.repairs) == 1


def test_line_ends_of_windows_become_plain_ones() -> None:
    assert clean("第一\r\n第二\r第三").value == "第一\n第二\n第三"


def test_text_that_was_turned_round_is_doubted() -> None:
    reading = clean_name("\u202e三张")

    assert reading.value == "三张"
    assert "核对文字顺序" in reading.doubts[0]


def test_too_long_a_text_is_refused_with_its_count() -> None:
    with pytest.raises(Refused, match="2001个字"):
        clean("长" * 2001)


def test_a_longer_limit_may_be_given() -> None:
    assert len(clean("长" * 2001, limit=20_000).value) == 2001


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("张\u3000伟", "张伟"),
        ("张\u00a0伟", "张伟"),
        ("陈 倩", "陈倩"),
        ("欧阳\n娜娜", "欧阳娜娜"),
        ("麦麦提‧图尔逊", "麦麦提·图尔逊"),
        ("阿依古丽・买买提", "阿依古丽·买买提"),
        ("努尔江．叶尔肯", "努尔江·叶尔肯"),
        ("古丽米热 • 艾尼瓦尔", "古丽米热·艾尼瓦尔"),
        ("示例县源利化工\u3000有限公司", "示例县源利化工有限公司"),
        ("恒华商贸（示例市） 有限公司", "恒华商贸（示例市）有限公司"),
        ("MARIA   SANTOS", "MARIA SANTOS"),
        ("⼭⻰", "山龙"),
    ],
)
def test_names_are_mended_with_a_note(typed: str, kept: str) -> None:
    reading = clean_name(typed)

    assert reading.value == kept
    assert len(reading.repairs) == 1
    assert reading.doubts == ()


@pytest.mark.parametrize(
    "name",
    [
        "阿卜杜热合曼·阿卜杜克热木·买买提",
        "MARIA SANTOS",
        "王〇一",
        "刘䶮",
        "\U0002cc56\U0002c35b",
        "示例市ABC包装（集团）有限公司",
        "第2中学",
    ],
)
def test_names_in_order_are_left_alone(name: str) -> None:
    reading = clean_name(name)

    assert (reading.value, reading.repairs, reading.doubts) == (name, (), ())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("李\ue81e", "李\u9fb4"), ("\ue863一", "䶮一"), ("\ue855\ue864", "𤇾\u9fbb")],
)
def test_characters_of_old_systems_become_todays_with_a_doubt(typed: str, kept: str) -> None:
    for reading in (clean_name(typed), clean(typed)):
        assert (reading.value, reading.repairs) == (kept, ())
        assert "旧系统的造字" in reading.doubts[0]


def test_what_cannot_be_read_is_left_out_with_a_doubt() -> None:
    reading = clean_name("黄芳琳\ufffd\ud800")

    assert reading.value == "黄芳琳"
    assert reading.doubts == ("有2个无法识别的字符已去掉，请核对",)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("东\n柳\n村", "东柳村"),
        ("东\n柳村", "东\n柳村"),
        ("1\n2", "1\n2"),
        ("第一点\n第二点", "第一点\n第二点"),
    ],
)
def test_words_written_from_top_to_bottom_stand_on_one_line(typed: str, kept: str) -> None:
    reading = clean(typed)

    assert reading.value == kept
    assert bool(reading.repairs) == (typed != kept)


@pytest.mark.parametrize("name", ["康勇福１", "李\ue000", "王\U0001f600"])
def test_strange_names_are_kept_with_a_doubt(name: str) -> None:
    reading = clean_name(name)

    assert reading.value == name
    assert len(reading.doubts) == 1


def test_a_name_of_nothing_visible_is_refused() -> None:
    with pytest.raises(Refused):
        clean_name("\u200b\u3000")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("恒华商贸(示例市)有限公司", "恒华商贸（示例市） 有限公司"),
        ("恒华商贸【示例市】有限公司", "恒华商贸〔示例市〕有限公司"),
        ("ＡＢＣ公司", "abc公司"),
        ("麦麦提•图尔逊", "麦麦提·图尔逊"),
    ],
)
def test_two_spellings_of_a_name_share_their_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_different_names_have_different_keys() -> None:
    assert name_key("恒华商贸有限公司") != name_key("恒华商贸（示例市）有限公司")


@pytest.mark.parametrize(
    ("written", "registered"),
    [
        ("丰华包装材料有限公司", "示例市丰华包装材料有限公司"),
        ("丰裕机械制造", "示例市丰裕机械制造股份有限公司"),
        ("凯信化工", "示例市凯信化工有限责任公司"),
        ("凯德机械制造（示例市）有限责任公司", "凯德机械制造（示例市）有限公司"),
        ("示例县华裕机械制造有限责任公司", "示例县华裕机械制造有限公司"),
        ("达茂食品经营部", "示例镇达茂食品经营部"),
        ("恒华商贸(示例)有限公司", "恒华商贸（示例市）有限公司"),
    ],
)
def test_short_names_share_the_core_of_the_unit(written: str, registered: str) -> None:
    assert unit_core(written, PLACES) == unit_core(registered, PLACES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("泰达商贸厂", "泰达商贸有限公司"),
        ("泰达商贸（二分厂）", "泰达商贸"),
        ("远方市泰达商贸", "泰达商贸"),
    ],
)
def test_what_tells_units_apart_stays_in_the_core(one: str, other: str) -> None:
    assert unit_core(one, PLACES) != unit_core(other, PLACES)


def test_a_name_of_place_and_legal_form_only_is_its_own_core() -> None:
    assert unit_core("示例市公司", PLACES) == "示例市公司"


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text).value

    again = clean(once)

    assert (again.value, again.repairs) == (once, ())


@given(ANY_TEXT)
def test_clean_text_can_be_stored(text: str) -> None:
    stored = clean(text).value.encode("utf-8")

    assert b"\0" not in stored


@given(ANY_TEXT)
def test_a_name_is_clean_after_one_reading(text: str) -> None:
    try:
        once = clean_name(text).value
    except Refused:
        return

    again = clean_name(once)

    assert (again.value, again.repairs) == (once, ())


@given(ANY_TEXT)
def test_the_key_of_a_key_is_itself(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)


@given(ANY_TEXT)
def test_the_core_never_vanishes(text: str) -> None:
    assert bool(unit_core(text, PLACES)) == bool(name_key(text))
