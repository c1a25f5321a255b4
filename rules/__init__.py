"""Values and sentences in, verdicts out. Knows the law; not PDF."""

from __future__ import annotations

from rules.audit import Examination, audit, claims, examine
from rules.criteria import criteria
from rules.errors import RuleBookError
from rules.fulfilment import fulfilment
from rules.law import RuleBook, load

__all__ = [
    "Examination",
    "RuleBook",
    "RuleBookError",
    "audit",
    "claims",
    "criteria",
    "examine",
    "fulfilment",
    "load",
]
