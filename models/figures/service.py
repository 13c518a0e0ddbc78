"""Figures about service to workers: visits, questionnaires, issues raised and venues."""

from models.figures.figure import Definition

DEFINITIONS: tuple[Definition, ...] = ()
