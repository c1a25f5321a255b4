"""Words that would be taken for a damaged municipality, and how common they are.

    python -m benchmarks.readings.resembling NAMES WORDS... > normalize/data/lignende_ord.tsv

Every list has a word a line. NAMES are towns, countries and persons: those of Faker's Danish lists,
some islands and parts of the country and some older first names. A listed word is known and no
longer likely: what a new channel likes besides is added to the list.
WORDS stand in the order of their commonness: those of Danish and of English by wordfreq. English
ones because Tesseract's English model makes words of what it cannot read: of misreadings that are
one, 1 in 60 of the surest was wrong, of others 1 in 1,700. Written are

    word<TAB>log of its rank    a name as if of rank 1,000, and with a capital
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from pathlib import Path

from normalize.names.alone import ALONE, candidates, null_cost, posterior
from normalize.names.municipalities import fold, spellings

# A channel learned anew is surer of some words and less of others, so the list goes further than
# a decision does.
LIKELY = 0.9
RANK_OF_NAME = 1_000


def likeness(word: str) -> float:
    """Share (0-1) of the best municipality that a word does not spell, by its letters alone."""
    name = word.capitalize()
    if len(name) < 2 or not name.isalpha() or fold(name) in spellings():
        return 0.0
    shares = posterior(candidates(name), null=null_cost(name), prior=ALONE + math.log(98))
    return max(shares.values(), default=0.0)


def ranked(lists: list[list[str]]) -> Iterator[tuple[str, int]]:
    """Every word once, with its best rank; ``lists[0]`` are names."""
    names = {word.casefold() for word in lists[0]}
    ranks: dict[str, int] = {}
    for words in lists[1:]:
        for rank, word in enumerate(words, 1):
            ranks[word] = min(rank, ranks.get(word, rank))
    for word in lists[0]:
        yield word.capitalize(), RANK_OF_NAME
    yield from ((word, rank) for word, rank in ranks.items() if word not in names)


def main() -> None:
    """Print the words of the lists that resemble a municipality."""
    lists = [Path(path).read_text(encoding="utf-8").split("\n") for path in sys.argv[1:]]
    print(
        "# Words that resemble a municipality, by benchmarks/readings/resembling.py: each with the"
    )
    print("# log of its rank among all. In a column of names one may well be its misreading.")
    for word, rank in sorted(set(ranked(lists))):
        if likeness(word) >= LIKELY:
            print(f"{word}\t{math.log(rank):.1f}")


if __name__ == "__main__":
    main()
