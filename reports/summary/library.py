"""The library of chapters, in the order in which a township usually reports."""

from reports.summary import bargaining, frame, organising
from reports.summary.parts import Section

SECTIONS: tuple[Section, ...] = (
    frame.OPENING,
    organising.SECTION,
    bargaining.SECTION,
    frame.CLOSING,
)
BY_CODE = {one.code: one for one in SECTIONS}
