"""Words of recommendations brought to one form: spelling, abbreviations, endings, and words of one meaning.

The stemmer is Porter's second for English (Snowball, as `snowballstemmer` has it). British
spelling is levelled to American before; what the stemmer leaves apart though it is one word
(`identify`, `identification`) is joined after.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources

from recotrack.analysis.matching.phrases import PHRASES
from recotrack.analysis.matching.treaties import with_treaties
from recotrack.analysis.matching.vocabulary import ACTIONS, GROUPS, STOP, TOPICS

_BRITISH = {
    "labour": "labor",
    "harbour": "harbor",
    "favour": "favor",
    "behaviour": "behavior",
    "honour": "honor",
    "neighbour": "neighbor",
    "endeavour": "endeavor",
    "centre": "center",
    "programme": "program",
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "practise": "practice",
    "judgement": "judgment",
    "counselling": "counseling",
    "counsellor": "counselor",
    "fulfil": "fulfill",
    "enrol": "enroll",
    "cheque": "check",
    "paediatric": "pediatric",
    "instalment": "installment",
    "travelling": "traveling",
}
_IZE = re.compile(r"(?<=[a-z]{3})is(e|es|ed|ing|ation|ations|er|ers)$")
_STAYS = re.compile(
    r"^(exerc|adv|superv|rev|prom|prem|compr|enterpr|pract|prec|expert|dev|improv|disgu|surpr|franch|advert|exc|ra|pra"
    r"|r|otherw|likew|w|conc|televis|telev|dem|desp|merchand|no|cru|prov|v|compet|dec|m|adm|perm|comm|transm|om|em"
    r"|om|superv)is"
)

_FORMS = {
    "minority": "minority",
    "minorities": "minority",
    "prosecutor": "prosecutor",
    "prosecutors": "prosecutor",
    "investigator": "investigator",
    "investigators": "investigator",
    "interpreter": "interpreter",
    "interpreters": "interpreter",
    "employer": "employer",
    "employers": "employer",
    "employee": "employee",
    "employees": "employee",
    "worker": "worker",
    "workers": "worker",
    "fisher": "fisher",
    "fishers": "fisher",
    "trafficker": "trafficker",
    "traffickers": "trafficker",
    "recruiter": "recruiter",
    "recruiters": "recruiter",
    "criminal": "criminal",
    "criminals": "criminal",
    "criminally": "criminal",
    "informal": "informal",
    "information": "information",
    "province": "province",
    "provinces": "province",
    "provincial": "province",
    "authorize": "authorize",
    "authorized": "authorize",
    "authorizing": "authorize",
    "authorise": "authorize",
    "authorised": "authorize",
    "authorising": "authorize",
    "authorization": "authorize",
    "authorisation": "authorize",
    "frozen": "freez",
    "withheld": "withhold",
    "paid": "pay",
    "taught": "teach",
    "sought": "seek",
    "given": "give",
    "chosen": "choos",
}
"""Stems of words that the stemmer would make one with words of another meaning, or leave apart from their own."""

_JOINED = {
    "identifi": "identif",
    "inspector": "inspect",
    "inspectorat": "inspect",
    "ratifi": "ratif",
    "referr": "refer",
    "judiciari": "judici",
    "penalti": "penal",
    "legislatur": "legisl",
    "law": "legisl",
    "organiz": "organ",
    "analysi": "analys",
    "childhood": "child",
    "children": "child",
    "women": "woman",
    "men": "man",
    "girl": "child",
    "boy": "child",
    "minor": "child",
    "racism": "racist",
    "racial": "racist",
    "tortur": "tortur",
    "disabl": "disabl",
    "disabilit": "disabl",
    "registr": "regist",
    "regist": "regist",
    "nation": "nation",
    "diseas": "diseas",
    "abolit": "abolish",
    "democrat": "democrat",
    "democraci": "democrat",
    "democratiz": "democrat",
    "anti": "",
    "nongovernment": "ngo",
}
"""Stems of one word, and of forms so near that a reader takes them for one."""

_BODIES = re.compile(
    r"(?:committee on (?:the )?(?:elimination of (?:all forms of )?(?:racial )?discrimination(?: against women)?"
    r"|rights of (?:the child|persons with disabilities)|economic,? social,? and cultural rights|migrant workers"
    r"|enforced disappearances?)|committee against torture|human rights committee|treaty bod(?:y|ies))"
    r"(?: \((?:cedaw|cerd|crc|crpd|cescr|cmw|ced|cat|hrc)\))?"
)
_OF_A_BODY = re.compile(
    r"\b(?:implement|follow(?:ing)?[- ]?up(?: on| to)?|fulfill?|endorse|adopt|heed|recommended follow[- ]?up to)"
    r"(?: with)? (?:the |its |those )?recommendations?\b[^.;]{0,60}?treatybody(?:,? (?:and|or) (?:the )?treatybody)*"
    r"(?: in [0-9]{4})?,? (?:and )?(?:to|on|that|particularly those|calling for)\s(?=(?:\S+ ){2})"
)
_CONTEXT = re.compile(
    r"^(?:in keeping with|within the context of|in the context of|in line with|in accordance with"
    r"|in conformity with|pursuant to|as a follow-?up to|bearing in mind|given|considering|in (?:the )?light of)"
    r" [^,;]{5,120}, (?=(?:\S+ ){2})"
)
_PREAMBLE = re.compile(
    r"^(?:(?:while|having|noting|commending|welcoming|recogni[sz]ing|in view of|taking note)\b[^.;]{0,250}?,? ?)?"
    r"recommend(?:ed|s)\b(?: (?:to|that)(?: the)?(?: government of)?)?(?=\s(?:\S+ ){2})"
)
_ISSUER = re.compile(
    r"^(?:the )?(?:\w+ ){1,6}?(?:recommends|urges|considers|invites|encourages|requests|asks|advises|calls (?:up)?on)"
    r"(?: that)?(?: the (?:\w+ ){1,3}?(?:authorities|government|state)(?= (?:should|to|must|shall)\b))?"
    r"(?: (?:should|to|must|shall)\b)?(?=\s(?:\S+ ){2})"
)
_PHRASES = tuple((tuple(needs.split("|")), re.compile(pattern), f" {word} ") for needs, pattern, word in PHRASES)

TOKEN = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_HYPHENS = re.compile("[-\u2010\u2011\u00ad](?<=[a-z0-9].)(?=[a-z0-9])")
_DASHES = re.compile("[\u2010\u2011\u2012\u2013]")
_ANTI = re.compile(r"\b(?:anti|counter)[- ]?(?=traffick)")


@cache
def _stem(word: str) -> str:
    import snowballstemmer

    return str(snowballstemmer.stemmer("english").stemWord(word))


@cache
def _stems() -> dict[str, str]:
    """Gives the stems of the words that are listed with the program."""
    text = resources.files("recotrack.analysis.matching").joinpath("stems.txt").read_text(encoding="utf-8")
    return {word: stem or word for word, _, stem in [line.partition(" ") for line in text.splitlines()[1:]]}


@cache
def stem_of(word: str) -> str:
    """Gives the stem of a lower-case word; empty where it tells nothing of what is demanded."""
    word = word.partition("'")[0].partition("’")[0]
    if word in STOP or (len(word) < 2 and not word.isdigit()):
        return ""
    if word.isdigit():
        return word
    return _stems().get(word) or stemmed(word)


def stemmed(word: str) -> str:
    """Gives the stem of a lower-case word that tells something, as the rules make it: `stem_of` knows most by heart."""
    if word in _FORMS:
        return _FORMS[word]
    if word not in _BRITISH and word.endswith("s") and word[:-1] in _BRITISH:
        word = word[:-1]
    word = _BRITISH.get(word, word)
    for british, american in _BRITISH.items():
        if word.startswith(british):
            word = american + word[len(british) :]
            break
    if not _STAYS.match(word):
        word = _IZE.sub(r"iz\1", word)
    stem = _stem(word)
    return _JOINED.get(stem, stem)


@cache
def concepts() -> dict[str, str]:
    """Gives, for stems that have words of the same meaning, what stands for all of them."""
    return _standing_for(GROUPS, "=")


def _standing_for(groups: tuple[str, ...], mark: str) -> dict[str, str]:
    """Gives, for the stem of each word, the first of its group behind a mark; the earlier group counts."""
    found: dict[str, str] = {}
    for group in groups:
        stems = [stem_of(word) for word in group.split()]
        for stem in filter(None, stems):
            found.setdefault(stem, mark + stems[0])
    return found


@lru_cache(maxsize=4096)
def levelled_text(text: str) -> str:
    """Gives a text in lower case with the phrases of the field put in one word each."""
    text = " ".join(text.casefold().split())
    if not text.isascii():
        text = _DASHES.sub("-", text).replace("’", "'")
    if "anti" in text or "counter" in text:
        text = _ANTI.sub("", text)
    text = _CONTEXT.sub("", _ISSUER.sub("", _PREAMBLE.sub("", text)).lstrip())
    if "committee" in text or "treaty bod" in text:
        text = _OF_A_BODY.sub(" ", _BODIES.sub("treatybody", text))
    text = with_treaties(text.replace("human-rights", "human rights"))
    for needs, pattern, word in _PHRASES:
        for part in needs:
            if part in text:
                text = pattern.sub(word, text)
                break
    return text


def words_of(text: str) -> list[str]:
    """Gives the words of a levelled text; parts of compounds stand alone."""
    return TOKEN.findall(_HYPHENS.sub(" ", text))


@cache
def actions() -> dict[str, str]:
    """Gives, for stems that tell what is to be done, what stands for the action."""
    return _standing_for(ACTIONS, "!")


@cache
def _topics() -> dict[str, tuple[tuple[int, frozenset[str]], ...]]:
    """Gives, by stem, the topics that it names, each with the stems that must stand beside it."""
    found: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for number, topic in enumerate(TOPICS):
        for together in topic.split():
            first, *others = [stem_of(word) for word in together.split("+")]
            found.setdefault(first, []).append((number, frozenset(others)))
    return {stem: tuple(topics) for stem, topics in found.items()}


def topics_in(stems: Iterable[str]) -> frozenset[int]:
    """Gives the numbers of the topics that some stems name."""
    held, topics = set(stems), _topics()
    return frozenset([number for stem in held if stem in topics for number, others in topics[stem] if others <= held])


def printed_phrase(word: str, text: str) -> str | None:
    """Gives the phrase of a text that a word of the matcher stands for; None where there is none."""
    flat = " ".join(text.casefold().split())
    for _, pattern, name in _PHRASES:
        if stem_of(name.strip()) == word and (found := pattern.search(flat)):
            return found[0].strip()
    return None
