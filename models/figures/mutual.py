"""Figures about mutual aid: plans, policies, the insured and claims."""

from models.figures.figure import Definition

DEFINITIONS: tuple[Definition, ...] = ()
