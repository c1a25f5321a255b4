"""What meeting or missing the goals behind a symbol says, in every reading, the likeliest first.

``<F?1>`` is ``et af fokusmålene``: met it may mean one or at least one, missed not both or one.
"""

from __future__ import annotations

from normalize.model import Measure
from rules.grammar.conditions import Focus

PLAIN = {"R": Measure.RESULTATMAAL, "S": Measure.SAMTALER, "T": Measure.TILBUD}
ALL_THREE = tuple(PLAIN.values())
MET: dict[str, tuple[Focus, ...]] = {
    "F": (Focus(2, 2),),
    "F=2": (Focus(2, 2),),
    "F=1": (Focus(1, 1),),
    "F?1": (Focus(1, 1), Focus(1, 2)),
    "F+1": (Focus(1, 2),),
    "F=0": (Focus(0, 0),),
    "F~": (Focus(1, 2),),
    "G=2": (Focus(2, 2, ALL_THREE),),
    "G=1": (Focus(1, 1, ALL_THREE),),
    "G=0": (Focus(0, 0, ALL_THREE),),
    "G+2": (Focus(2, 3, ALL_THREE),),
    "G+1": (Focus(1, 3, ALL_THREE),),
}
UNMET: dict[str, tuple[Focus, ...]] = {
    "F": (Focus(0, 1), Focus(0, 0)),
    "F=2": (Focus(0, 1), Focus(0, 0)),
    "F=1": (Focus(1, 1),),
    "F?1": (Focus(0, 1), Focus(1, 1)),
    "F+1": (Focus(0, 1), Focus(0, 0)),
    "F=0": (Focus(0, 0),),
    "F~": (Focus(0, 0),),
    "G=2": (Focus(1, 1, ALL_THREE),),
    "G=1": (Focus(2, 2, ALL_THREE), Focus(0, 2, ALL_THREE)),
    "G+2": (Focus(0, 1, ALL_THREE),),
    "G+1": (Focus(0, 2, ALL_THREE), Focus(0, 0, ALL_THREE)),
}
