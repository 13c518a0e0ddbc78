"""Checks on service to workers: visits, questionnaires, issues raised and venues."""

from models.rules.findings import Completions, Rules

CHECKS: Rules = {}
CHECKS_ACROSS: Rules = {}
COMPLETIONS: Completions = {}
