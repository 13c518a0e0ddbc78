"""Checks on union funds: rules, dues, what was paid, remitted and returned, receipts and budget."""

from models.rules.findings import Completions, Rules

CHECKS: Rules = {}
CHECKS_ACROSS: Rules = {}
COMPLETIONS: Completions = {}
