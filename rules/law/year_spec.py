"""What a file of the rule book must hold."""

from __future__ import annotations

from rules.law.comparison import Comparison
from rules.law.schema import Spec, choice, flag, number, pattern, text, whole

CERTAINTIES = ("read", "inferred", "assumed")
PROVISION: Spec = {
    "source": text,
    "wording": text,
    "certainty": choice(*CERTAINTIES),
}
FOCUS: Spec = {
    **PROVISION,
    "share": choice("modtaget", "ikke_modtaget"),
    "limit": number(0, 100),
    "comparison": choice(*Comparison),
    "suspended": flag,
    "hours?": whole(1, 2000),
}
BOTH: Spec = {**PROVISION, "focus": choice("both"), "resultatmaal": flag}
YEAR_SPEC: Spec = {
    "year": whole(2015, 2100),
    "decision": pattern(r"20\d\d-(0[1-9]|1[0-2])", "a month such as 2025-04"),
    "average": text,
    "goals": {
        "resultatmaal": {**PROVISION, "comparison": choice("<=")},
        "samtaler": FOCUS,
        "tilbud": FOCUS,
    },
    "phase": {
        "covered": {**PROVISION, "focus": choice("any", "both")},
        "leaves": BOTH,
        "extended": {**PROVISION, "progress": number(0, 1), "months": whole(1, 60)},
        "inspiration": BOTH,
    },
}
