"""Words of a clause that the grammar does not know, and that may narrow what it says.

A count that does not fit is a contradiction only when every word around it is understood:
``53 jyske kommuner`` or ``opfylder … for unge`` is about something else.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"(?<![<@#:\w-])[a-zæøåé]{2,}(?:-[a-zæøåé]+)*(?![>\w])")
_PLAIN = frozenset(
    """
    af alle alt altså aktuelt allerede at andel andelen antal antallet august april baggrund begge
    bekræfter betyder beskæftigelsesindsatsen bl blandt blev blevet blot bliver blive både da danske de den
    denne der deres dermed derfor derimod derudover desuden det dette dets disse dog du efter eller
    endvidere er eneste et en evt faktisk figur fordi forbindelse forhold fortsat fra fremgår fremhæves
    fremhævet følgende februar før få får ganske gennemsnitlig gennemsnitlige gennemsnit gennemsnitligt
    gør gjorde ha havde har have hele henholdsvis her heraf heri herudover hhv hos hvad hver hvilke
    hvoraf hvorfor hvor hvordan i ialt ifølge igen imens imidlertid ind inden indsats indsatsen indsatsmål
    ikke januar jf juli juni kommune kommunen kommunens kommuner kommunerne kommunernes kun kravene kravet
    landets landet ligeledes lige ligger maj man marts med medens meget men mens ministeriet ministeriets
    mål målene målet måles måling målingen måned måneder ned nemlig nedenfor nov november ny nye
    nu når og også okt oktober om omvendt op opgjort opgøres opgørelse opgørelsen oversigt oversigten ovenfor
    over overblik periode perioden periodens pr på pågældende resultat resultater resultaterne samlede samlet samme
    sammenlagt samt samtidig samtidigt samtlige se sep september ser ses set seks sig sit skærpet som som's
    status står særligt således så tabel tabellen tabellens tal tallene til tilsyn tilsynet tilsvarende
    trods under ud udgør uden var ved vedr vedrørende vi videre viser vises være været vil år året årets
    dec december dem derefter der's dvs endelig endnu fremgå herefter herunder ifm iflg kvartal halvår måles notatet
    netop nævnte ovenstående optælling opgjorde resten resterende øvrige sidste sammen siden star styrelsen
    tallet tilfælde vurderes vurderet konstateres konstaterer lyder lykkes lykkedes formår formåede beskæftigelsesministeriet
    ene anden andet andre hinanden hovedparten drejer handler gælder tale omfang dels placeret samlet_set set
    """.split()
)
_NARROWING = re.compile(
    r"\b(?:a-dagpenge\w*|kontanthjælp\w*|sygedagpenge\w*|unge|ældre|kvinder|mænd|region\w*|jyske|fynske|sjællandske)\b"
)


def doubts(clause: str) -> tuple[str, ...]:
    """The words that are not understood, in order."""
    return tuple(
        word for word in _WORD.findall(clause) if word not in _PLAIN or _NARROWING.fullmatch(word)
    )
