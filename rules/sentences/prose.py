"""The note's sentences prepared for reading: tagged, in symbols, with statements and a subject."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.model import Group, Measure, Municipality, Note, Sentence
from normalize.names.mentions import mentions
from normalize.names.municipalities import by_code
from rules.grammar.lexicon import symbols
from rules.grammar.predicates import Memory
from rules.grammar.shares import topic
from rules.grammar.statements import Context, statements
from rules.grammar.subjects import Statement
from rules.grammar.tagged import tag
from rules.sentences.bullets import gathered
from rules.sentences.headings import headings

_GROUPS = (
    (Group.A_DAGPENGE, re.compile(r"\ba-?\s?dagpenge", re.I)),
    (Group.KONTANTHJAELP, re.compile(r"\bkontanthj(?:æ|ae|a)lp", re.I)),
    (Group.SYGEDAGPENGE, re.compile(r"\bsygedagpenge", re.I)),
)
_LABEL = re.compile(r"^\W*(?:på\s+|for\s+)?[\w-]*(?:dagpenge|kontanthjælp)\w*\s*:", re.I)
_WHOLE = re.compile(r"\b(?:samlet|i alt|alle ydelser|under ét|tilsammen)\b", re.I)
_AROUND = re.compile(r"\bkommuner(?:ne)?\s+(?:ved|i|på|omkring|langs)\b", re.I)  # "ved Køge Bugt"
_SOLE: dict[Measure | None, tuple[str, ...]] = {Measure.SAMTALER: ("S",), Measure.TILBUD: ("T",)}


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence, or one caption (``table`` set), ready to be read.

    ``subject`` is the one municipality it is about, named in it or carried on from before;
    ``implied`` the same where the paragraph or the whole note is about it, so that a sentence
    which names nobody speaks of it too.
    ``group`` is the benefit group its section is about, ``heading`` the tagged heading above it.
    """

    index: int
    sentence: Sentence
    tagged: str
    symbols: str
    statements: tuple[Statement, ...]
    named: tuple[Municipality, ...]
    subject: Municipality | None
    implied: Municipality | None
    group: Group
    heading: str = ""
    table: int | None = None


def group_of(*texts: str) -> Group:
    """The one benefit group the first telling text is about; ``alle`` where none is or several."""
    for text in texts:
        if found := groups_in(text):
            return found[0] if len(found) == 1 else Group.ALLE
    return Group.ALLE


def groups_in(text: str) -> tuple[Group, ...]:
    """The benefit groups a text speaks of."""
    return tuple(group for group, words in _GROUPS if words.search(text))


def of_several_groups(text: str) -> bool:
    """Whether a text speaks of more benefit groups than one."""
    return len(groups_in(text)) > 1


def prose(
    note: Note, *, received: bool = False, sole: Measure | None = None
) -> tuple[Utterance, ...]:
    """Every sentence and caption of the note; ``received`` is the polarity its tables use.

    ``sole`` is the focus goal the tables are about where it is one only: ``fokusmålet`` is it.
    """
    sentences = gathered(note.sentences)
    found = [mentions(sentence) for sentence in sentences]
    main = _main_subject(note, (tuple(m.municipality for m in one) for one in found))
    utterances: list[Utterance] = []
    context = Context(Memory(_SOLE.get(sole, ()), received))
    last: Municipality | None = None
    section, label = None, ""
    above = tuple(tag(heading, ()) for heading in headings(sentences))
    for index, (sentence, marks) in enumerate(zip(sentences, found, strict=True)):
        named = tuple({mark.municipality.code: mark.municipality for mark in marks}.values())
        if sentence.section != section:
            section, last = sentence.section, None
        if len(named) == 1:
            last = named[0]
        elif named:
            last = None
        tagged = tag(sentence.text, marks)
        symbolic = symbols(tagged)
        if utterances and utterances[-1].sentence.paragraph != sentence.paragraph:
            context, label = context.under(topic(above[index])), ""
        if _LABEL.match(sentence.text) or _WHOLE.search(sentence.text):
            label = sentence.text.partition(":")[0] if _LABEL.match(sentence.text) else ""
        stated, context = statements(symbolic, context)
        subject = None if len(named) > 1 else last or main
        near = utterances[-1] if utterances else None
        same = near is not None and near.sentence.paragraph == sentence.paragraph
        implied = (
            subject if subject == main or (same and near and near.subject == subject) else None
        )
        utterances.append(
            Utterance(
                index=index,
                sentence=sentence,
                tagged=tagged,
                symbols=symbolic,
                statements=stated,
                named=named,
                subject=subject,
                implied=implied,
                group=group_of(sentence.text, label, sentence.section),
                heading=above[index],
            )
        )
    return (*utterances, *_captions(note, len(utterances), received))


def _captions(note: Note, start: int, received: bool) -> Iterable[Utterance]:
    for offset, caption in enumerate(note.captions):
        sentence = Sentence(caption.text, caption.text, caption.page, None, -1 - offset)
        marks = mentions(sentence)
        tagged = tag(caption.text, marks)
        symbolic = symbols(tagged)
        stated, _ = statements(symbolic, Context(Memory(received=received)))
        named = tuple(mark.municipality for mark in marks)
        yield Utterance(
            index=start + offset,
            sentence=sentence,
            tagged=tagged,
            symbols=symbolic,
            statements=stated,
            named=named,
            subject=None,
            implied=None,
            group=group_of(caption.text),
            table=caption.table,
        )


def _main_subject(note: Note, named: Iterable[tuple[Municipality, ...]]) -> Municipality | None:
    """The municipality the note is about, where it is about one: the only one it names, or the
    one named in at least four of five sentences that name any (a neighbour may be compared)."""
    naming = [{one.code for one in group} for group in named if group]
    counts = Counter(code for codes in naming for code in codes)
    in_title = {
        m.municipality.code for m in mentions(Sentence(note.header.title, "", None, None, -1))
    }
    if len(in_title) == 1 and not _AROUND.search(note.header.title):
        return by_code(in_title.pop())
    if not counts:
        return None
    code, most = counts.most_common(1)[0]
    return by_code(code) if most >= 0.8 * len(naming) else None
