"""Words that claim all or done, held against the figures that can prove it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.figures.figure import Figure
from models.proofreading.findings import Finding, at
from models.proofreading.identities import MAY_EXCEED_ALL, RATES
from models.targets import Progress

WHOLE = Decimal(100)
_SENTENCE = re.compile(r"[^。；！？\n]+")
_ALL = re.compile(
    r"全面(?:推行|覆盖|完成|建立|实现|达标|签订|整改|落实到位)|全部(?:签订|完成|建立|整改|办结|到位|"
    r"覆盖|推行|达标|建会|入会|上划|足额|解决|缴清|核实)|全覆盖|足额|无一(?:例外|遗漏|家|户|人|起)|"
    r"百分之百|100%|悉数|均已(?:签订|建会|完成|推行|整改)"
)
_DONE = re.compile(r"(?:圆满|全面|超额|提前|如期|按时|顺利|胜利)?完成(?!情况|率|不)|圆满")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a sentence speaks of, and the rate that tells how far it is done."""

    words: re.Pattern[str]
    rate: str


TOPICS: tuple[Topic, ...] = (
    Topic(re.compile(r"上划|上解"), "fund_months_full"),
    Topic(re.compile(r"厂务公开"), "dm_rate"),
    Topic(re.compile(r"数据库|信息维护"), "maint_rate"),
    Topic(re.compile(r"工资(?:专项)?集体(?:协商|合同)"), "cb_rate"),
    Topic(re.compile(r"换届"), "renewal_rate"),
    Topic(re.compile(r"隐患"), "hazards_rate"),
    Topic(re.compile(r"建会任务"), "task_unions_rate"),
    Topic(re.compile(r"代征"), "fund_tax_rate"),
    Topic(re.compile(r"经费(?:收缴|收取)|收缴任务"), "fund_task_rate"),
    Topic(re.compile(r"职代会提案|提案办"), "dm_proposal_rate"),
    Topic(re.compile(r"诉求"), "issues_rate"),
)
_RATE_OF = {one.numerator: one.rate for one in RATES}


def check_claims(
    text: str,
    figures: Mapping[str, Figure],
    *,
    beside: Sequence[tuple[int, str]] = (),
    targets: Sequence[Progress] = (),
) -> Iterator[Finding]:
    """Yield claims that figures contradict.

    `beside` are the places and codes of the figures in the text; a claim is held against those of
    its sentence, and against the rate of what the sentence speaks of.
    """
    for sentence in _SENTENCE.finditer(text):
        codes = [code for place, code in beside if sentence.start() <= place < sentence.end()]
        for found in _ALL.finditer(text, sentence.start(), sentence.end()):
            yield from _contradict(found, _proofs(sentence[0], codes, figures))
        for found in _DONE.finditer(text, sentence.start(), sentence.end()):
            proofs = [one for one in _proofs(sentence[0], codes, figures) if _is_plan(one)]
            yield from _contradict(found, proofs)
            yield from _unmet(found, sentence[0], codes, targets)


def _proofs(sentence: str, codes: Collection[str], figures: Mapping[str, Figure]) -> list[Figure]:
    """Return the rates that tell how far that is done of which a sentence speaks."""
    rates = [_RATE_OF.get(code, code) for code in codes]
    rates += [one.rate for one in TOPICS if one.words.search(sentence)]
    found = [figures[code] for code in dict.fromkeys(rates) if code in figures]
    return [one for one in found if one.definition.kind == "rate" or one.denominator]


def _is_plan(figure: Figure) -> bool:
    return figure.code in MAY_EXCEED_ALL


def _contradict(found: re.Match[str], proofs: Sequence[Figure]) -> Iterator[Finding]:
    for one in proofs:
        if _share(one) is not None and (_share(one) or 0) < WHOLE:
            words = f"与台账不符：{one.definition.label}{_told(one)}"
            yield _claim(found, words, one.code)
            return


def _share(figure: Figure) -> Decimal | None:
    if figure.numerator is not None and figure.denominator:
        return Decimal(figure.numerator) * WHOLE / Decimal(figure.denominator)
    return None if figure.value is None else Decimal(figure.value)


def _told(figure: Figure) -> str:
    if figure.definition.kind == "rate":
        return figure.text or figure.exact
    return f"{figure.exact}，应有{figure.denominator}{figure.definition.unit}"


def _unmet(
    found: re.Match[str], sentence: str, codes: Collection[str], targets: Sequence[Progress]
) -> Iterator[Finding]:
    for one in targets:
        if one.gap is None or one.gap <= 0 or one.figure is None:
            continue
        if one.target.figure in codes or one.target.indicator in sentence:
            words = f"与任务不符：{one.target.indicator}{one.words}"
            yield _claim(found, words, one.target.figure)
            return


def _claim(found: re.Match[str], text: str, code: str) -> Finding:
    return at(found, "claim", text, advice="请改说法，或核对台账", figures=(code,))
