"""Figures of several years side by side on the screen."""
