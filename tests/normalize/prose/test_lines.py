"""Running text: hyphens, repairs, sentences, names."""

from pathlib import Path

import pytest

import extract
from extract.model import Role
from normalize import notes
from normalize.model import Sentence
from normalize.names.mentions import find, mentions
from normalize.prose.lexicon import is_damaged, mend, repair_word
from normalize.prose.lines import join_lines, repair
from normalize.prose.sentences import sentences, split
from tests.normalize.conftest import MakeDocument

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["at kommunen kan op-", "høre i fasen"], "at kommunen kan ophøre i fasen"),
        (["både resultat-", "og fokusmål"], "både resultat- og fokusmål"),
        (["Ishøj og Lyngby-", "Taarbæk"], "Ishøj og Lyngby-Taarbæk"),
        (["en AMK-", "medarbejder"], "en AMK-medarbejder"),
        (["ledige på a-", "dagpenge"], "ledige på a-dagpenge"),
        (["to  ord", "", "her"], "to ord her"),
        (["gen\u00adopretning"], "genopretning"),
    ],
)
def test_lines_are_joined(lines: list[str], text: str) -> None:
    assert join_lines(lines)[0] == text


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("resultatmalet og fokusmålet", "resultatmålet og fokusmålet"),
        ("det skaerpede tilsyn", "det skærpede tilsyn"),
        ("det pageeldende fokusmål", "det pågældende fokusmål"),
        ("kommuneme opfyider", "kommunerne opfylder"),
        ("genopret-ningsperioden", "genopretningsperioden"),
        ("Høje-Taastrup, a-dagpenge, e-indkomst", "Høje-Taastrup, a-dagpenge, e-indkomst"),
        ("13,1 pct. og 2O24 pa www.star.dk/pa", "13,1 pct. og 2O24 på www.star.dk/pa"),
    ],
)
def test_damaged_words_are_repaired(damaged: str, text: str) -> None:
    assert repair(damaged, damaged=True) == text


@pytest.mark.parametrize(
    "word",
    [
        *("opfylder", "opfyldes", "under", "over", "kommuners", "samtalernes", "beregningens"),
        *("ikke", "inden", "uden", "mindst", "højst", "mindre", "flere", "færre", "forlod"),
    ],
)
def test_whole_words_are_left_alone(word: str) -> None:
    assert repair_word(word, damaged=True) == word
    assert repair_word(word, damaged=False) == word


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("komnuner", "kommuner"),
        ("kornmuner opfvlder", "kommuner opfylder"),
        ("97 kommu- ner", "97 kommuner"),
        ("samtale- og tilbudsmål", "samtale- og tilbudsmål"),
        ("k0mmuner 1ever op ti1", "kommuner lever op til"),
        ("1i 4B S3 H0rsholm", "1i 4B S3 H0rsholm"),
    ],
)
def test_the_words_all_turns_on_are_repaired_in_any_text(damaged: str, text: str) -> None:
    assert repair(damaged, damaged=False) == text


@pytest.mark.parametrize("word", ["medtaget", "overfor", "forrentning", "taktisk", "beretter"])
def test_words_like_those_of_the_list_are_left_alone(word: str) -> None:
    assert repair_word(word, damaged=False) == word


def test_a_clean_text_is_repaired_only_where_it_lost_a_danish_letter() -> None:
    assert repair_word("fokusråål", damaged=False) == "fokusmål"
    assert repair_word("lofte", damaged=False) == "lofte"
    assert is_damaged("Kommunerne skal pa alle omrader gore en storre indsats. " * 10)
    assert not is_damaged("Kommunerne skal på alle områder gøre en større indsats. " * 10)


def test_words_broken_by_a_narrow_column_are_mended() -> None:
    assert mend("Fokusm ål (samtale r)") == "Fokusmål (samtaler)"
    assert mend("mindst 4 samtaler i alt") == "mindst 4 samtaler i alt"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Det er 20 pct. af alle. Resten er 80 pct. Alle er med.", 3),
        ("Se bl.a. Odense og hhv. Vejle, jf. nr. 5. Det gælder 98 kommuner.", 2),
        ("I 1. halvår 2021 og den 3. april 2022 var det 4,9 mio. kr. mere.", 1),
        ("Målet var 2024. Nu er det nået! Hvorfor? Fordi 3 kommuner gik.", 4),
        ("J.nr. 24/1204 er afsluttet.", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_they_end(text: str, parts: int) -> None:
    spans = split(text)
    assert len(spans) == parts
    assert all(text[start:end].strip() == text[start:end] for start, end in spans)


def test_sentences_keep_their_place(make_document: MakeDocument) -> None:
    document = make_document(
        (Role.HEADING, "Status"),
        "Odense opfylder⏎målet. Vejle gør det⏎ikke, som",
        "det fremgår nedenfor.",
        (Role.FURNITURE, "Side 2"),
        (Role.NOTE, "Anm.: Kun hele år."),
    )
    found = sentences(document, damaged=False)
    assert [(s.text, s.line, s.paragraph) for s in found[:2]] == [
        ("Odense opfylder målet.", 3, 1),
        ("Vejle gør det ikke, som det fremgår nedenfor.", 4, 1),
    ]
    assert found[0].section == "Status"
    assert [s.is_note for s in found] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Odense, Høje Taastrup og Københavns Kommune opfylder målet.",
            ["Odense", "Høje-Taastrup", "København"],
        ),
        ("Norddjurs' tal og Vejles tal er ens.", ["Norddjurs", "Vejle"]),
        ("De tre er Brgndby, Fang og Samsø.", ["Brøndby", "Fanø", "Samsø"]),
        ("Kommunerne er Samse, Lase og Ere Kommune.", ["Samsø", "Læsø", "Ærø"]),
        ("Aro og Bornholm mangler.", ["Ærø", "Bornholm"]),
        ("Notatet er sendt fra Aalborgvej 12, 9000 Aalborg.", []),
        ("Aalborg Universitet og Odense Universitetshospital deltog.", []),
        ("Vejen til målet er lang.", []),
        ("Vejen Kommune og Vejen by.", ["Vejen", "Vejen"]),
        ("Rapporten er skrevet af direktør Mette Odder.", []),
        ("Alle kommuner, hver kommune og Region Sjælland er med.", []),
        ("I Danmark, på Fyn og i Jylland er det KL og STAR.", []),
    ],
)
def test_municipalities_in_running_text(text: str, names: list[str]) -> None:
    repaired, found = find(text)
    assert [mention.municipality.name for mention in found] == names
    for mention in found:
        shown = repaired[mention.start : mention.end]
        assert mention.repaired == (shown != mention.raw)
        assert mention.municipality.name[:4] == shown[:4]


def test_capitals_are_no_damage() -> None:
    text, found = find("NOTAT OM VEJLE KOMMUNE")
    assert text == "NOTAT OM VEJLE KOMMUNE"
    assert [(mention.municipality.name, mention.repaired) for mention in found] == [
        ("Vejle", False)
    ]


def test_a_sentence_made_by_hand_is_searched() -> None:
    sentence = Sentence("Vejle er med.", "Vejle er med.", None, None, 0)
    assert [mention.municipality.name for mention in mentions(sentence)] == ["Vejle"]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared documents are not here")
@pytest.mark.parametrize(
    ("start", "repaired"),
    [
        ("000", {"Ishgj": "Ishøj", "Lyngby-Taarbak": "Lyngby-Taarbæk"}),
        (
            "004",
            {
                "Samse": "Samsø",
                "Ere": "Ærø",
                "Aro": "Ærø",
                "Lase": "Læsø",
                "Fang": "Fanø",
                "Halsnaes": "Halsnæs",
                "Hoje Taastrup": "Høje-Taastrup",
            },
        ),
        ("002", {"Norrdjurs": "Norddjurs"}),
        ("001", {}),
        ("003", {}),
    ],
)
def test_names_of_published_notes(start: str, repaired: dict[str, str]) -> None:
    note = notes.note(extract.read(next(SEEDS.glob(f"{start}*"))))
    found = {
        mention.raw: mention.municipality.name
        for sentence in note.sentences
        for mention in mentions(sentence)
        if mention.repaired
    }
    assert found == repaired


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("132 kommuner er andelen over 25 pct.", "I 32 kommuner er andelen over 25 pct."),
        ("15 kommuner faldt andelen.", "I 5 kommuner faldt andelen."),
        ("115 af de 42 kommuner er målet nået.", "I 15 af de 42 kommuner er målet nået."),
        ("15 kommuner opfylder målet.", "15 kommuner opfylder målet."),
        ("132 kommuner er over 25 pct.", "132 kommuner er over 25 pct."),
    ],
)
def test_the_i_that_a_reader_joined_to_a_count_is_parted_again(read: str, meant: str) -> None:
    assert repair(read, damaged=False) == meant
