"""Figures about contests, suggestions, patents, technical projects and model workers."""

from models.figures.figure import Definition

DEFINITIONS: tuple[Definition, ...] = ()
