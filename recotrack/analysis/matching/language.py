"""Words of recommendations brought to one form: spelling, abbreviations, endings, and words of one meaning.

The stemmer is Porter's second for English (Snowball, as `snowballstemmer` has it). British
spelling is levelled to American before; what the stemmer leaves apart though it is one word
(`identify`, `identification`) is joined after.
"""

import re
from functools import cache, lru_cache

from recotrack.analysis.matching.vocabulary import ACTIONS, GROUPS, PHRASES, STOP, TREATIES

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

_JOINED = {
    "identifi": "identif",
    "ratifi": "ratif",
    "access": "acced",
    "accede": "acced",
    "referr": "refer",
    "inspector": "inspect",
    "inspectorat": "inspect",
    "prosecutor": "prosecut",
    "judiciari": "judici",
    "penalti": "penal",
    "legislatur": "legisl",
    "law": "legisl",
    "employe": "employ",
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
    "anti": "",
    "nongovernment": "ngo",
}
"""Stems of one word, and of forms so near that a reader takes them for one."""

_TREATIES = tuple((re.compile(pattern), f" treaty{name} ") for name, pattern in TREATIES)
_PROTOCOL_TO = re.compile(
    r"(?:first |second |third )?optional protocols?(?: (?:to|of|under|on)(?: the)?)? +treaty(\w+)|\bop-? *treaty(\w+)"
)
_ITS_PROTOCOL = re.compile(
    r"treaty(\w+) +(?:,|and|as well as|with) *(?:to )?(?:its|the|their) (?:\w+ )?optional protocols?"
)
_MAY_NAME_ONE = re.compile(
    r"conven|covenant|protocol|statute|criminal court|labou?r org"
    r"|\b(?:i?crpd|cedaw|crc|cat|iccpr|icescr|c[ep]?ed|icpp?ed|icrmw|i?cmw|i?cerd|icc|ilo)\b"
)
_SHORT_PROTOCOL = re.compile(r"\bop-?(cat|cedaw|crc|crpd|icescr|iccpr)\b")
_RATIFY = re.compile(r"\b(?:ratif\w+|acced\w+|accession\w*|sign|signing|signature|adher\w+|become party|party to)\b")


def _quick(pattern: str) -> str:
    """Gives a pattern that looks for the start of a word behind its first letter: so a search leaps to that letter."""
    return re.sub(r"\\b(\w)(?![?*+{])", r"\1(?<!\\w\1)", pattern)


_PHRASES = tuple((re.compile(_quick(pattern)), f" {word} ") for pattern, word in PHRASES)

_TOKEN = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_HYPHENS = re.compile("[-\u2010\u2011\u00ad](?<=[a-z0-9].)(?=[a-z0-9])")
_ANTI = re.compile(r"\b(?:anti|counter)[- ]?(?=traffick)")


@cache
def _stem(word: str) -> str:
    import snowballstemmer

    return str(snowballstemmer.stemmer("english").stemWord(word))


@cache
def stem_of(word: str) -> str:
    """Gives the stem of a lower-case word; empty where it tells nothing of what is demanded."""
    word = word.partition("'")[0].partition("’")[0]
    if word in STOP or (len(word) < 2 and not word.isdigit()):
        return ""
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
    text = _ANTI.sub("", " ".join(text.casefold().split()))
    text = _SHORT_PROTOCOL.sub(r" treatyop\1 ", text)
    if _MAY_NAME_ONE.search(text):
        for pattern, word in _TREATIES:
            text = pattern.sub(word, text)
    if "treaty" in text:
        text = _PROTOCOL_TO.sub(lambda match: f" treatyop{match[1] or match[2]} ", text)
        text = _ITS_PROTOCOL.sub(r"treaty\1 treatyop\1 ", text)
    text = _RATIFY.sub("ratify", text)
    for pattern, word in _PHRASES:
        text = pattern.sub(word, text)
    return text


def treaties_in(text: str) -> frozenset[str]:
    """Gives the treaties that a levelled text asks to join; none where it does not speak of joining any."""
    if "ratify" not in text:
        return frozenset()
    named = frozenset(re.findall(r"\btreaty\w+", text))
    if not named and re.search(r"(?:treaties|conventions|instruments|covenants)", text):
        return frozenset({"core"})
    return named


def words_of(text: str) -> list[str]:
    """Gives the words of a levelled text; parts of compounds stand alone."""
    return _TOKEN.findall(_HYPHENS.sub(" ", text))


@cache
def actions() -> dict[str, str]:
    """Gives, for stems that tell what is to be done, what stands for the action."""
    return _standing_for(ACTIONS, "!")
