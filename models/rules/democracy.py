"""Checks on disclosure, congresses, proposals and harmonious enterprises."""

from models.rules.findings import Completions, Rules

CHECKS: Rules = {}
CHECKS_ACROSS: Rules = {}
COMPLETIONS: Completions = {}
