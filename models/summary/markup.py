"""Text with figures in it, as it is stored: {cb_workers}, {cb_workers:exact}, {{ for a brace."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PIECE = re.compile(r"\{\{|\}\}|\{([a-z][a-z0-9_]*)(?::([a-z]+))?\}")
_BRACES = str.maketrans({"{": "{{", "}": "}}"})


@dataclass(frozen=True)
class Span:
    """A stretch of text; `figure` is the code of the figure whose value it shows.

    `style` is how the value is worded, a code of figure_style; blank is the figure's own wording.
    """

    text: str
    figure: str = ""
    style: str = ""


def write(spans: Iterable[Span]) -> str:
    """Return spans as marked-up text, without the values of their figures."""
    return "".join(_written(one) for one in spans)


def read(text: str) -> tuple[Span, ...]:
    """Return the spans of marked-up text; those of figures have no text yet."""
    spans: list[Span] = []
    plain, at = "", 0
    for found in _PIECE.finditer(text):
        plain += text[at : found.start()]
        at = found.end()
        if found[1] is None:
            plain += found[0][0]
            continue
        if plain:
            spans.append(Span(plain))
        spans.append(Span("", found[1], found[2] or ""))
        plain = ""
    plain += text[at:]
    return (*spans, Span(plain)) if plain else tuple(spans)


def join(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans with plain text that meets made one, so that stored text compares equal."""
    joined: list[Span] = []
    for span in spans:
        if joined and not span.figure and not joined[-1].figure:
            joined[-1] = Span(joined[-1].text + span.text)
        elif span.figure or span.text:
            joined.append(span)
    return tuple(joined)


def codes_in(text: str) -> tuple[str, ...]:
    """Return the codes of the figures in marked-up text, in their order."""
    return tuple(one.figure for one in read(text) if one.figure)


def _written(span: Span) -> str:
    if not span.figure:
        return span.text.translate(_BRACES)
    return f"{{{span.figure}:{span.style}}}" if span.style else f"{{{span.figure}}}"
