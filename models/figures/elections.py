"""Figures about applications and replies, elections, offices held, and certificates of legal personality."""

from models.figures.figure import Definition

DEFINITIONS: tuple[Definition, ...] = ()
