"""Figures about one negotiation from the offer to the check on performance."""

from models.figures.figure import Definition

DEFINITIONS: tuple[Definition, ...] = ()
