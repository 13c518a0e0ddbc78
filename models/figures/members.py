"""Figures about members, what changes in their membership, and transfers."""

from models.figures.figure import Definition

DEFINITIONS: tuple[Definition, ...] = ()
