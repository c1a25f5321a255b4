import pytest

from rules.grammar.ellipsis import filled_in
from rules.grammar.lexicon import symbols
from rules.grammar.tagged import tag

CASES = {
    "48 kommuner når resultatmålet, 53 tilbudsmålet og 21 begge": (
        "#48 kommuner <M> <R> , mens #53 kommuner <M> <T> , mens #21 kommuner <M> <R> og <T>"
    ),
    "I alt opfyldte 48 kommuner resultatmålet og 21 dem alle": (
        "i alt <M> #48 kommuner <R> , mens #21 kommuner <M> <R> og <F=2>"
    ),
    "3 kommuner misser samtalemålet, 45 misser tilbudsmålet, og 1 har begge dele": (
        "#3 kommuner <not> <M> <S> , #45 <not> <M> <T> , og #1 kommuner <M> <neither> <S> eller <T>"
    ),
    "18 af de 45 kommuner, der misser tilbudsmålet, når resultatmålet": (
        "af de #45 kommuner , der <not> <M> <T> , #18 <M> <R>"
    ),
    "Tre af de 45 kommuner, der misser tilbudsmålet": "af de #45 kommuner , der <not> <M> <T>",
    "Det er kun 3 af de 45 kommuner, der misser tilbudsmålet": (
        "det er kun #3 af de #45 kommuner, der <not> <M> <T>"
    ),
    "Af landets 98 kommuner når 53 tilbudsmålet": "af landets #98 kommuner, <M> #53 <T>",
    "53 kommuner når tilbudsmålet": "#53 kommuner <M> <T>",
}


@pytest.mark.parametrize("sentence", CASES)
def test_what_is_left_out_is_put_back(sentence: str) -> None:
    assert filled_in(symbols(tag(sentence, ()))) == CASES[sentence]
