"""Figures about activities, honours, publicity, receptions, the chronicle, meetings and plans."""

from models.figures.figure import Definition

DEFINITIONS: tuple[Definition, ...] = ()
