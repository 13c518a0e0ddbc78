"""Names are held against the town's own; a blank name is not checked."""

import pytest

from models.proofreading.setting import Setting, setting_for
from models.proofreading.text import check_text
from models.records.reported import WordRule
from models.records.town import Town

TOWN = Town(
    name="青禾镇",
    union_name="青禾镇总工会",
    parent_union="云溪县总工会",
    county="云溪县",
    city="临澜市",
)


def _told(text: str, town: Town = TOWN, rules: tuple[WordRule, ...] = ()) -> list[str]:
    return [one.words for one in check_text(text, setting_for(town, 2024, rules))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("白河镇总工会举办了培训班。", "白河镇"),
        ("职工代表来访，狮山横塘街道总工会也来了。", "狮山横塘街道"),
        ("职工活动由石桥街道党工委牵头。", "石桥街道"),
        ("东山县总工会到我镇调研。", "东山县总工会"),
        ("我乡各企业都建立了工会。", "我乡"),
        ("青禾乡的各企业都建立了工会。", "青禾乡"),
        ("2023年，工会工作扎实推进。", "2023"),
        ("早期合同签订于2020年，现已到期。", "2020"),
    ],
)
def test_a_name_or_year_from_elsewhere_is_told(text: str, words: str) -> None:
    assert _told(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "青禾镇总工会在云溪县总工会和临澜市总工会的指导下开展工作。",
        "县总工会、市总工会多次到镇总工会指导，全镇上下积极行动。",
        "各乡镇总工会负责人观摩了我镇的现场。",
        "资金来自镇总工会经费，由镇党委、政府统筹。",
        "全乡村振兴工作有序推进。",
        "与2023年相比，2025年的任务更重。",
    ],
)
def test_own_and_general_names_are_left_alone(text: str) -> None:
    assert _told(text) == []


def test_a_rural_township_and_a_subdistrict_are_called_so() -> None:
    village = Town(name="东岭乡", union_name="东岭乡总工会", parent_union="云溪县总工会")
    streets = Town(name="石桥街道", union_name="石桥街道总工会", parent_union="云溪县总工会")

    assert _told("我镇各企业都有工会，我乡职工满意。", village) == ["我镇"]
    assert _told("我镇各企业都有工会，我街道职工满意。", streets) == ["我镇"]


def test_a_city_whose_name_the_file_does_not_know_is_not_doubted() -> None:
    unknown = Town(name="青禾镇", union_name="青禾镇总工会", parent_union="云溪县总工会")

    assert _told("东海市总工会到我镇调研。") == ["东海市总工会"]
    assert _told("东海市总工会到我镇调研。", unknown) == []


def test_without_a_town_no_name_is_checked() -> None:
    assert check_text("白河镇总工会向东山县总工会汇报。", Setting()) == ()


def test_rules_of_the_office_add_words_and_switch_ours_off() -> None:
    text = "打工者为企业效劳，根底牢固。"
    rules = (
        WordRule(wrong="打工者", right="农民工", reason="统一称农民工"),
        WordRule(wrong="效劳", is_off=True),
    )

    found = check_text(text, setting_for(TOWN, 2024, rules))

    assert [(one.words, one.replacement) for one in found] == [
        ("打工者", "农民工"),
        ("根底", "基础"),
    ]
    assert found[0].text == "统一称农民工"
    assert _told(text) == ["效劳", "根底"]


def test_a_rule_that_only_reminds_gives_no_word_instead() -> None:
    (found,) = check_text("大伙儿都来了。", setting_for(TOWN, 2024, (WordRule(wrong="大伙儿"),)))

    assert found.replacement is None
    assert "请改用别的说法" in found.sentence
