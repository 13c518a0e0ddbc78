"""Checks on mutual aid: plans, policies, the insured and claims."""

from models.rules.findings import Completions, Rules

CHECKS: Rules = {}
CHECKS_ACROSS: Rules = {}
COMPLETIONS: Completions = {}
