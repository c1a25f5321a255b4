"""Why a document was not read, or not all of it, in Danish: the words of the ``error`` column."""

from __future__ import annotations

import re
from functools import reduce

# What `extract.errors`, the readers and `notat.worker` say, as patterns, and the same in Danish.
FAULTS = {
    r"the file could not be read": "filen kunne ikke læses",
    r"check the file in another program": "se den efter i et andet program",
    r"no such file, or no right to open it": "filen findes ikke, eller der er ikke adgang til den",
    r"check the name and the permissions": "se navn og rettigheder efter",
    r"the file is empty": "filen er tom",
    r"fetch it again from its source": "hent den igen, hvor den kom fra",
    r"the file is locked with a password": "filen er låst med adgangskode",
    r"save a copy without the password and read that": "gem en kopi uden kode, og læs den",
    r"the file is damaged or not of a kind that can be read": "filen er skadet eller af ukendt "
    "slags",
    r"fetch it again, or save it as PDF, text or HTML": "hent den igen, eller gem den som PDF, "
    "tekst eller HTML",
    r"this is a folder": "det er en mappe",
    r"give a file, or the right to open the folder": "angiv en fil, eller giv adgang til mappen",
    r"this is not a file": "det er ikke en fil",
    r"give a file or a folder of files": "angiv en fil eller en mappe med filer",
    r"the file is too large": "filen er for stor",
    r"split it and read the parts": "del den, og læs delene",
    r"the file is not text, whatever its name says": "filen er ikke tekst, uanset navnet",
    r"this is a file of Word or Excel, or a zip file": "det er en Word-, Excel- eller zip-fil",
    r"save it as PDF": "gem den som PDF",
    r"the file is not a PDF, whatever its name says": "filen er ikke en PDF, uanset navnet",
    r"no page of the PDF could be read": "ingen side af PDF'en kunne læses",
    r"the PDF is damaged beyond repair": "PDF'en er skadet og kan ikke reddes",
    r"the PDF is damaged and was mended before reading": "PDF'en var skadet og blev rettet før "
    "læsningen",
    r"the PDF is damaged; a second library read what it could": "PDF'en er skadet; kun en del "
    "kunne læses",
    r"only the first (\d+) of (\d+) pages were read": r"kun de første \1 af \2 sider blev læst",
    r"the pages after page (\d+) could not be read": r"siderne efter side \1 kunne ikke læses",
    r"pages ([\d, ]+) and (\d+) more could not be read": r"side \1 og \2 til kunne ikke læses",
    r"pages? ([\d, ]+) could not be read": r"side \1 kunne ikke læses",
    r"page (\d+): (?:lib)?tesseract [^;]+": r"side \1: Tesseract kunne ikke læse billedet",
    r"the picture has more than (\d+) pages": r"billedet har over \1 sider",
    r"the picture cannot be decoded": "billedet kan ikke afkodes",
    r"the picture has too many pixels": "billedet har for mange punkter",
    r"the picture is too small to hold text": "billedet er for lille til at rumme tekst",
    r"no reader of pictures is installed: tesseract, or rapidocr with onnxruntime": "her er intet "
    "program, der læser billeder (tesseract, eller rapidocr med onnxruntime)",
    r"Took longer than the time limit\. Allow more with --timeout SECONDS\.": "Tog længere end "
    "tidsgrænsen. Giv mere tid med --timeout SEKUNDER.",
    r"Needs more memory than the limit\. Split the document into smaller files\.": "Kræver mere "
    "hukommelse end grænsen. Del dokumentet i mindre filer.",
    r"The file made the PDF library crash\. Print it to a new PDF and try that\.": "Filen fik "
    "PDF-biblioteket til at gå ned. Udskriv den til en ny PDF, og prøv den.",
    r"Stopped before this document was read\. Run the command again to go on\.": "Stoppet før "
    "dokumentet blev læst. Kør kommandoen igen for at gå videre.",
    r"(\S+) can't be loaded\. Run notat doctor\.": r"\1 kan ikke indlæses. Kør notat doctor.",
    r"notat has a fault that this file brings out \((\w+)\)\. Please report it\.": "notat har en "
    r"fejl, som filen bringer frem (\1). Meld den gerne.",
}


def in_danish(error: str) -> str:
    """The one-line ``error`` of a document, each known part of it in Danish, others as they are."""
    return reduce(lambda text, one: re.sub(one, FAULTS[one], text), FAULTS, error)
