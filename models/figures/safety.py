"""Figures about safety contests, checks, hazards, training and health."""

from models.figures.figure import Definition

DEFINITIONS: tuple[Definition, ...] = ()
