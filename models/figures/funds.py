"""Figures about union funds: rules, dues, what was paid, remitted and returned, receipts and budget."""

from models.figures.figure import Definition

DEFINITIONS: tuple[Definition, ...] = ()
