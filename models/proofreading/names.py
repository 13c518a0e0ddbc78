"""Names of places and unions that are not this town's own."""

import re
from collections.abc import Iterator

from models.proofreading.findings import Finding, at
from models.proofreading.patterns import HAN
from models.proofreading.setting import Setting

_KINDS = ("街道", "镇", "乡")
# What stands before 镇 when it is no part of a name: 我镇, 全镇, 各乡镇, 在镇, 由镇.
_NO_NAME = (
    "我全本该各乡村城两某一由经被向为以在从对到和及与的是将把等们让请受赴跟同据按靠自中属归有于给报"
    "年月日初末底前后时间内外下上午天来此先次度期者员会并还再又已曾均都也"
)
_BODY = "总工会|工会委员会|党委|人民政府|党工委|办事处"
_VERB = re.compile(
    r"(?:召开|组织|成立|配合|协助|支持|参加|通过|根据|按照|经过|争取|邀请|联合|会同|报告|汇报|使用|"
    r"获得|帮助|接受|选举|落实|围绕|以及|建立|依托|加强|表彰|授予|指导|督促|推荐|撤销|收到|报送|其中|"
    r"资金|协调|出席|来源|会商|商请|接到|走进|深入|服务|推动|带动|委托|抽调|安排|开展|举办|承办|主办|"
    r"参与|另外|此外|同样|例如|包括|随着|感谢|离开|发挥|强化|完善|制定|改选|总结|学习|宣传|充分|共同)$"
)
_TOWNSHIP = re.compile(
    rf"(?:^|(?<=[^{HAN}])|(?<=[由经被向在从对到和及与是将把让请受赴跟同]))"
    rf"([{HAN}]{{1,4}})(街道|镇|乡)(?=(?:{_BODY}))",
    re.MULTILINE,
)
_ABOVE = re.compile(rf"([{HAN}]{{2,3}}[县区市旗])总工会")
_ABOVE_STOP = re.compile(
    r".*[我全本该各由经被向为以在从对到和及与的是将把等们让请受赴同报获被按级]"
)
_OURS = re.compile(r"([我全])(街道|镇|乡)(?!村|镇|级|土|亲|情|贤|里|风)")


def check_names(text: str, setting: Setting) -> Iterator[Finding]:
    """Yield names of other townships and other unions, and words for another kind of township."""
    if setting.town:
        yield from _check_townships(text, setting)
        yield from _check_kind(text, setting)
    if setting.parent:
        yield from _check_above(text, setting)


def _check_townships(text: str, setting: Setting) -> Iterator[Finding]:
    for found in _TOWNSHIP.finditer(text):
        name = _own_part(found[1])
        if not name or _VERB.search(name) or setting.town.endswith(f"{name}{found[2]}"):
            continue
        end = found.end(2)
        words = f"{name}{found[2]}"
        yield Finding(
            rule="place",
            text=f"不是{setting.town}",
            words=words,
            start=end - len(words),
            advice="请核对地名",
        )


def _own_part(words: str) -> str:
    """Return the end of the words that can be a name, blank when the last is none."""
    for place in range(len(words) - 1, -1, -1):
        if words[place] in _NO_NAME:
            return words[place + 1 :] if len(words) - place > 2 else ""
    return words if len(words) > 1 else ""


def _check_kind(text: str, setting: Setting) -> Iterator[Finding]:
    kind = next((one for one in _KINDS if setting.town.endswith(one)), "")
    if not kind:
        return
    for found in _OURS.finditer(text):
        if found[2] != kind:
            mended = f"{found[1]}{kind}"
            yield at(found, "place", f"本地是{kind}，不是{found[2]}", replacement=mended)
    stem = setting.town.removesuffix(kind)
    others = "|".join(one for one in _KINDS if one != kind)
    if len(stem) < 2:
        return
    for found in re.finditer(rf"{re.escape(stem)}(?:{others})(?!村)", text):
        yield at(found, "place", f"不是{setting.town}", replacement=setting.town)


def _check_above(text: str, setting: Setting) -> Iterator[Finding]:
    for found in _ABOVE.finditer(text):
        name = _ABOVE_STOP.sub("", found[1])
        words = f"{name}总工会"
        if len(name) < 3 or not _is_known_level(name, setting):
            continue
        if any(one.endswith(words) for one in setting.unions):
            continue
        yield Finding(
            rule="parent",
            text=f"上级工会是{setting.parent}",
            words=words,
            start=found.end() - len(words),
            advice="请核对名称",
        )


def _is_known_level(name: str, setting: Setting) -> bool:
    """Whether the file knows the union of that level: the county's always, the city's if filled in."""
    if name.endswith("市"):
        return any(one.endswith("市总工会") and one != setting.parent for one in setting.unions)
    return setting.parent.endswith(f"{name[-1]}总工会")
