"""Figures about cases of workers' rights, their steps, and letters of supervision."""

from models.figures.figure import Definition

DEFINITIONS: tuple[Definition, ...] = ()
