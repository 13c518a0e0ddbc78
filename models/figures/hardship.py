"""Figures about households in hardship: files, reviews, pairing and aid."""

from models.figures.figure import Definition

DEFINITIONS: tuple[Definition, ...] = ()
