"""Checks on activities, honours, publicity, receptions, the chronicle, meetings and plans."""

from models.rules.findings import Completions, Rules

CHECKS: Rules = {}
CHECKS_ACROSS: Rules = {}
COMPLETIONS: Completions = {}
