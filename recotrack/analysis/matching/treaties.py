"""The treaties that the matcher knows: each is put in one word, and so are the protocols to it."""

import re

_ON = r"(?:conventions?|covenants?) (?:on|for|against|to|of|concerning|relating to|relative to)(?: the)? "
_PROTECTING = r"(?:protection of )?(?:the )?"

TREATIES = (
    (
        "crpd",
        rf"(?:international )?{_ON}(?:protection of (?:the )?)?rights of (?:the |all )?(?:persons|people|disabled)"
        r"(?: (?:living )?with (?:the )?disabilit(?:y|ies)| persons)?|\bi?crpd\b",
    ),
    (
        "cedaw",
        rf"{_ON}elimination of (?:all )?(?:the )?(?:forms )?(?:of )?discriminations? against (?:the )?wom[ae]n"
        r"|\bcedaw\b",
    ),
    ("crc", rf"{_ON}(?:protection of (?:the )?)?rights? of (?:the )?child(?:ren)?|\bcrc\b"),
    (
        "cat",
        rf"{_ON}torture(?:(?: and|,)? (?:all )?other (?:forms of )?cruel,? inhuman(?: or| and|,) degrading"
        r" (?:treatments?|punishments?)(?: (?:or|and) (?:punishments?|treatments?))?)?|\bcat\b",
    ),
    ("iccpr", r"(?:international )?covenant (?:on|of|for) (?:the )?civil and political rights|\biccpr\b"),
    (
        "icescr",
        r"(?:international )?covenant (?:on|of|for) (?:the )?economic,? social,? and cultural rights|\bicescr\b",
    ),
    (
        "cped",
        rf"(?:international )?{_ON}(?:protection of (?:all )?(?:persons|people|individuals) (?:from|against)"
        r" (?:all )?)?(?:enforced|forced|involuntary) disappearances?|\bcped\b|\bicpp?ed\b|\bicp?ed\b|\bced\b",
    ),
    (
        "icrmw",
        rf"(?:international )?{_ON}{_PROTECTING}(?:human )?(?:rights )?(?:of )?(?:all )?(?:the )?migrants?['’]?(?: and"
        r" their families| workers?['’]?(?:,? (?:and |& )?(?:of )?(?:the |all )?(?:members? of )?(?:their )?"
        r"famil(?:y|ies)(?: members)?)?)?|\bicrmw\b|\bicmw\b|\bcmw\b|\bicprmw\b|\bmwc\b",
    ),
    (
        "icerd",
        rf"(?:international )?{_ON}elimination of (?:all )?(?:the )?(?:forms )?(?:of )?rac(?:ial|e) discrimination"
        r"|\bi?cerd\b",
    ),
    ("immunities", r"agreement on (?:the )?privileges and immunities(?: of the (?:international criminal court|icc))?"),
    (
        "kampala",
        r"(?:kampala amendments?|amendments? (?:adopted )?(?:in|at) kampala)(?:,? (?:to|of) the rome statute)?"
        r"(?: of the international criminal court)?(?:,? on the crime of aggression)?",
    ),
    (
        "rome",
        r"rome statute(?:,?(?: (?:of|on|establishing|creating|for))? the (?:international criminal court|icc)\b)?"
        r"|statute of the international criminal court|international criminal court|\bicc\b",
    ),
    (
        "palermo",
        r"palermo protocol|(?:2000 )?un (?:tip|trafficking) protocol|protocol to prevent,? suppress,? and punish"
        r" (?:the )?trafficking(?: (?:in|of) (?:persons|human beings))?(?:,? (?:especially|particularly|in particular)"
        r" women and children)?",
    ),
    (
        "antitrafficking",
        r"(?:council of europe )?convention on (?:the )?(?:action|fight|struggle) against (?:the )?trafficking"
        r"(?: (?:in|of) human beings)?",
    ),
    (
        "refugees",
        rf"{_ON}?status of refugees|{_ON}refugees|refugee convention|1951 (?:geneva )?convention"
        r"(?: (?:relating to|on) (?:the )?(?:status of )?refugees)?",
    ),
    (
        "stateless",
        rf"(?:1954 |1961 )?{_ON}(?:status of (?:the )?stateless(?:ness| persons)?|reduction (?:of cases )?of"
        r" statelessness|statelessness)|statelessness conventions?",
    ),
    ("genocide", rf"{_ON}(?:prevention and punishment of (?:the crime of )?)?genocide|genocide convention"),
    (
        "iccpr treatyicescr",
        r"(?:two )?international (?:human rights )?covenants\b(?! on)"
        r"(?:[^.;]{0,60}economic,? social,? and cultural rights[^.;]{0,60}civil and political rights)?",
    ),
    (
        "istanbul",
        r"istanbul convention|(?:council of europe )?convention on (?:the )?(?:preventing|prevention)(?: of)? and"
        r" combating (?:of )?violence against women(?: and domestic violence)?",
    ),
    (
        "lanzarote",
        r"lanzarote convention|(?:council of europe )?convention on (?:the )?protection of children against"
        r" (?:sexual exploitation|sexual abuse)(?: and (?:sexual )?(?:exploitation|abuse))?",
    ),
    ("armstrade", r"arms trade treaty"),
    ("minoritylanguages", r"(?:european )?charter (?:for|of|on) (?:the )?regional (?:or|and) minority languages"),
    ("minorities", r"framework convention (?:for|on) (?:the )?(?:protection of )?(?:national )?minorities"),
    ("socialcharter", r"(?:revised )?european social charter"),
    ("ineducation", r"convention (?:against|on) discrimination in (?:the field of )?education"),
    ("corruption", r"convention against corruption|\buncac\b"),
    ("organizedcrime", r"convention (?:against|on|for) (?:transnational )?organi[sz]ed crime"),
    ("clustermunitions", r"convention on cluster munitions"),
    ("mines", r"(?:ottawa|mine[- ]ban) (?:convention|treaty)"),
    ("hague", r"hague convention(?: on (?:the )?(?:protection of children and )?[^.;,]{0,60}adoption)?"),
    (
        "ilodomesticwork",
        r"(?:(?:\bilo|international labou?r organi[sz]ation)(?:['’]?s)?(?: \(ilo\))? )?\bconvention"
        r" (?:\(?(?:no|nr|n)[.°º]? ?)?189\)?"
        r"|convention (?:concerning|on) (?:decent work for )?domestic workers?",
    ),
    (
        "iloindigenous",
        r"(?:(?:\bilo|international labou?r organi[sz]ation)(?:['’]?s)?(?: \(ilo\))? )?\bconvention"
        r" (?:\(?(?:no|nr|n)[.°º]? ?)?169\)?"
        r"|\bilo ?169|convention (?:concerning|on) indigenous and tribal peoples?",
    ),
    ("ilo", r"\bilo\b|international labou?r organi[sz]ation"),
)
"""Treaties, each with the ways it is named; a protocol to one is a treaty of its own."""

_TREATIES = tuple((re.compile(pattern), f" treaty{name} ") for name, pattern in TREATIES)
_PROTOCOL_TO = re.compile(
    r"(second |2nd )?(?:first |third |1st |3rd )?(?:(?:optional|additional|facultative) protocols?|\bops?\b)"
    r"(?: \(?op\)?)?(?: on [^.;,]{0,30}?)?(?:-|(?: *(?:,? *(?:to|of|under|on|for)(?: the)?(?: un)?)?)) *treaty(\w+)"
)
_ITS_PROTOCOL = re.compile(
    r"treaty(\w+) +(?:\( *treaty\1 *\) *)?(?:,|and|as well as|with|together with|including|along with)+ *"
    r"(?:also )?(?:to )?(?:(?:its|the|their|both|all|two|of) )*(?:\w+ )?(?:optional |additional )protocols?"
    r"(?! *(?:-|to|of|under|on) (?:the )?treaty)"
)
_MAY_NAME_ONE = re.compile(
    r"conven|covenant|kampala|arms trade|immunities|charter|protocol|statute|criminal court|labou?r org"
    r"|\b(?:i?crpd|cedaw|crc|cat|iccpr|icescr|c[ep]?ed|icp?p?ed|icp?rmw|i?cmw|mwc|i?cerd|icc|ilo|uncac)\b"
)
_SHORT_PROTOCOL = re.compile(r"\b(second |2nd )?op-?(cat|cedaw|crc|crpd|icescr|iccpr)(?:-(?=(?:sc|ac|ic|2)\b))?")
_WHICH_PROTOCOL = (
    (re.compile(r"(?<=treatyopcrc)(?= *(?:-?sc\b|[^.;:]{0,30}\bsale\b))"), "sale"),
    (re.compile(r"(?<=treatyopcrc)(?= *(?:-?ac\b|[^.;:]{0,30}\barmed\b))"), "armed"),
    (re.compile(r"(?<=treatyopcrc)(?= *(?:-?ic\b|[^.;:]{0,30}\b(?:communications?|complaints?)\b))"), "communications"),
    (re.compile(r"(?<=treatyopiccpr)(?= *(?:-?2\b|[^.;:]{0,30}\b(?:deathpenalty|death penalty)\b))"), "second"),
)
"""Words behind a treaty that has several protocols, and which one they tell."""
_OF_ITSELF = re.compile(r"(?<=treatyop)(\w+) +\( *treaty\1 *\)")
_RESERVATION = re.compile(
    r"(?<!without )(?<!without any )\breservations?\b|\binterpret\w+ (?:statements?|declarations?)"
)
_CORE = re.compile(
    r"\b(?:core|main|major|principal|fundamental|different|other|remaining|all) "
    r"(?:(?:un|united nations|international) )?(?:human rights )?(?:treaties|conventions|instruments|covenants)"
)
_RATIFY = re.compile(
    r"\b(?:ratif\w+|acced\w+|accession\w*|sign|signing|signature|adher\w+|become (?:a )?(?:state )?party|party to)\b"
)
_JOINED_ALREADY = re.compile(r"\b(?:has|have|is|are|was) (?:already |recently |a )?ratify\b")
_NAMED = re.compile(r"\btreaty(?!body|report)\w+")
_ASIDE = re.compile(
    r"(?:in (?:accordance|line|conformity|compliance|keeping) with|pursuant to|under|provided for (?:in|by)|required by"
    r"|implement(?:ation of|ing)?|obligations? (?:under|of|from)|provisions of|article \w+ of)"
    r"(?: \w+){0,3}[ ,(]*$"
)
"""What stands before a treaty that is named, but not to be joined."""
_WITH_KAMPALA = re.compile(r"treatyrome *(?:,|and|as well as|with|including)[^.;]{0,40}treatykampala")
_SOME = re.compile(r"(?:treaties|conventions|instruments|covenants)")


def with_treaties(text: str) -> str:
    """Gives a lower-case text with each treaty, and each protocol to one, as a word; to join one is `ratify`."""
    if "op" in text:
        text = _SHORT_PROTOCOL.sub(lambda match: f" treatyop{match[2]}{'second' if match[1] else ''} ", text)
    if _MAY_NAME_ONE.search(text):
        for pattern, word in _TREATIES:
            text = pattern.sub(word, text)
    if "treaty" in text:
        text = _PROTOCOL_TO.sub(lambda match: f" treatyop{match[2]}{'second' if match[1] else ''} ", text)
        text = _ITS_PROTOCOL.sub(r"treaty\1 treatyop\1 ", text)
        if "treatyop" in text:
            text = _OF_ITSELF.sub(r"\1", text)
        if "treatyopcrc" in text or "treatyopiccpr" in text:
            for pattern, which in _WHICH_PROTOCOL:
                text = pattern.sub(which, text)
    if _RATIFY.search(text):
        text = _JOINED_ALREADY.sub("", _RATIFY.sub("ratify", text))
    return text


def treaties_in(text: str) -> frozenset[str]:
    """Gives the treaties that a levelled text asks to join, or not to restrict; none where it asks neither.

    A treaty whose reservations are to be withdrawn is told from one that is to be joined.
    """
    mark = "reservation " if ("reserv" in text or "interpret" in text) and _RESERVATION.search(text) else ""
    if not mark and "ratify" not in text:
        return frozenset()
    named = frozenset([mark + one[0] for one in _NAMED.finditer(text) if mark or not _is_aside(text, one.start())])
    if "treatykampala" in named and not _WITH_KAMPALA.search(text):
        named -= {"treatyrome"}
    if _CORE.search(text) or (not named and _SOME.search(text)):
        named |= {mark + "core"}
    return named


def _is_aside(text: str, place: int) -> bool:
    """Tells whether what stands at a place is but what something is to be in line with."""
    return _ASIDE.search(text, max(place - 60, 0), place) is not None
