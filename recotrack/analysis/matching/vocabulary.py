"""The words that the matcher knows: what tells nothing, phrases of the field, treaties, and words of one meaning."""

_STOP_LINES = (
    "a accordance all also among an and any appropriate are as at be been being between both but by can",
    "consider considering continue continued continuing continuously could did do does done during e.g",
    "each effort efforts either ensure ensured ensuring especially etc every for from further furthermore",
    "had has have having he her here his i.e if in include included includes including into is it its",
    "line made make making may measure measures might more most must necessary no nor not of on onto or",
    "order other others our out over particular particularly per possible regard relevant respect s shall",
    "she should so step steps such t take taken taking than that the their them then there these they",
    "this those through to under up upon very via view was we well were when where whether which while",
    "who whom whose will with within without would you your",
)
STOP = frozenset(word for line in _STOP_LINES for word in line.split())
"""Words that tell nothing of what is demanded."""

_VERBS_LINES = (
    "abolish accede accept address adopt allocate allow amend analyze apply appoint approve assess assign",
    "assist award ban bar build carry cease check collect combat commission compensate conduct confiscate",
    "consistently continue convict cooperate coordinate count cover create criminalize cultivate dedicate",
    "designate develop disseminate distribute draft eliminate empower enable enact encourage end enforce",
    "enhance ensure equip establish evaluate exempt expand extend facilitate finalize finance free freeze",
    "fully fund give grant guarantee hand hire hold house identify implement improve include incorporate",
    "increase inform inspect institute instruct integrate intensify interview introduce investigate issue",
    "join launch license lift maintain make measure monitor offer open order organize pass pay permit",
    "place prevent proactively prohibit promote prosecute protect provide publish punish raise ratify",
    "recognize recruit reduce refer register regulate reimburse release remove repeal report request",
    "require resource respond review revise screen seek seize sentence separate sign simplify staff step",
    "stop strengthen submit support systematically target teach train translate update use vigorously",
    "withdraw work",
)
VERBS = frozenset(word for line in _VERBS_LINES for word in line.split())
"""Words that begin a new action behind `and` or a comma."""

PHRASES = (
    (r"standard operating procedures?", "sop"),
    (r"sops\b", "sop"),
    (r"(?:non-?\s?governmental organi[sz]ations?|ngos\b)", "ngo"),
    (r"civil society(?: organi[sz]ations?| groups?| actors?)?", "ngo"),
    (r"\bcsos?\b", "ngo"),
    (
        (
            r"national (?:anti-?\s?trafficking |counter-?\s?trafficking )?(?:action plan|plan of "
            r"action)"
        ),
        "nap",
    ),
    (r"\bnaps\b", "nap"),
    (r"memorand(?:um|a) of understanding", "mou"),
    (r"\bmous\b", "mou"),
    (r"national referral mechanisms?", "nrm"),
    (r"at[- ]risk", "vulnerable"),
    (
        (
            r"(?:individuals|persons|people|women|those) (?:involved )?in (?:commercial sex|"
            r"prostitution|sex work)"
        ),
        "prostitution",
    ),
    (r"commercial sex(?: acts?)?", "prostitution"),
    (r"sex workers?", "prostitution"),
    (r"law[- ]enforcement(?: officials?| officers?| agencies| authorities| personnel)?", "police"),
    (r"police officers?", "police"),
    (r"first responders?", "frontline"),
    (r"front-?\s?line (?:officials?|officers?|workers?|staff|personnel|responders?)", "frontline"),
    (r"prison (?:terms?|sentences?)|jail terms?|imprisonment|custodial sentences?", "imprisonment"),
    (
        (
            r"human trafficking|trafficking in (?:persons|human beings|people)|trafficking of "
            r"persons|\btip\b|\bthb\b"
        ),
        "trafficking",
    ),
    (r"capital punishment|death penalty|death sentences?", "deathpenalty"),
    (
        (
            r"independent (?:national )?human rights (?:institutions?|commissions?)|"
            r"national human rights (?:institutions?|commissions?)|"
            r"human rights (?:institutions?|commissions?)|\bnhris?\b|paris principles?"
        ),
        "nhri",
    ),
    (r"ombuds(?:man|men|person|persons|woman)?\b", "ombudsman"),
    (
        (
            r"sexual orientation|lgbt\w*\+?|homosexual\w*|same[- ]sex(?: couples| relations| "
            r"activity)?|(?:consenting|consensual) (?:adults?|sex\w*)(?: of the same (?:sex|"
            r"gender))?"
        ),
        "lgbt",
    ),
    (
        (
            r"persons? with disabilities|people with disabilities|disabled (?:persons?|people|"
            r"children)"
        ),
        "disabled",
    ),
    (r"domestic violence|violence in the (?:home|family)|family violence", "domesticviolence"),
    (r"human rights (?:education|training)", "rightseducation train"),
    (r"official development assistance|development aid|\boda\b", "developmentaid"),
    (r"victim[- ]cent(?:ered|red)", "victimcentered"),
    (r"non-?\s?penali[sz]ation", "penalize"),
    (r"special procedures?|special rapporteurs?", "specialprocedure"),
)
"""Phrases of the field, and the word that stands for each; tried in this order."""

TREATIES = (
    (
        "crpd",
        (
            r"(?:international )?(?:convention|covenant)s? (?:on|for|against|to)(?: the)? rights "
            r"of persons with disabilities|\bi?crpd\b"
        ),
    ),
    (
        "cedaw",
        (
            r"(?:convention|covenant)s? (?:on|for|against|to)(?: the)? elimination of (?:all "
            r")?(?:forms )?(?:of )?discrimination against women|\bcedaw\b"
        ),
    ),
    (
        "crc",
        (
            r"(?:convention|covenant)s? (?:on|for|against|to)(?: the)? rights of (?:the "
            r")?child(?:ren)?|\bcrc\b"
        ),
    ),
    (
        "cat",
        (
            r"(?:convention|covenant)s? (?:on|for|against|to)(?: the)? torture(?: and other "
            r"cruel,? inhuman(?: or|,) degrading treatment(?: or punishment)?)?|\bcat\b"
        ),
    ),
    ("iccpr", r"(?:international )?covenant on civil and political rights|\biccpr\b"),
    ("icescr", r"(?:international )?covenant on economic,? social,? and cultural rights|\bicescr\b"),
    (
        "cped",
        (
            r"(?:international )?(?:convention|covenant)s? (?:on|for|against|to)(?: the)? "
            r"(?:protection of all persons (?:from|against) )?enforced disappearances?|\bcped\b|"
            r"\bicpp?ed\b|\bced\b"
        ),
    ),
    (
        "icrmw",
        (
            r"(?:international )?(?:convention|covenant)s? (?:on|for|against|to)(?: the)?(?: "
            r"protection of)?(?: the)? rights of (?:all )?migrant workers(?: and (?:the )?members "
            r"of their families)?|\bicrmw\b|\bicmw\b|\bcmw\b"
        ),
    ),
    (
        "icerd",
        (
            r"(?:international )?(?:convention|covenant)s? (?:on|for|against|to)(?: the)? "
            r"elimination of (?:all )?(?:forms )?(?:of )?racial discrimination|\bi?cerd\b"
        ),
    ),
    (
        "rome",
        (
            r"rome statute(?: of the international criminal court)?|international criminal court|"
            r"\bicc\b"
        ),
    ),
    (
        "palermo",
        (
            r"palermo protocol|(?:2000 )?un (?:tip|trafficking) protocol|protocol to prevent,? "
            r"suppress,? and punish trafficking(?: in persons)?(?:,? especially women and "
            r"children)?"
        ),
    ),
    (
        "refugees",
        (
            r"(?:convention|covenant)s? (?:on|for|against|to)(?: the)?? ?status of refugees|"
            r"refugee convention"
        ),
    ),
    (
        "stateless",
        (
            r"(?:convention|covenant)s? (?:on|for|against|to)(?: the)? (?:status of stateless "
            r"persons|reduction of statelessness)"
        ),
    ),
    (
        "genocide",
        (
            r"(?:convention|covenant)s? (?:on|for|against|to)(?: the)?(?: prevention and "
            r"punishment of the crime of)? genocide"
        ),
    ),
    ("istanbul", r"istanbul convention"),
    ("ilo", r"\bilo\b|international labou?r organi[sz]ation"),
)
"""Treaties, each with the ways it is named; a protocol to one is a treaty of its own."""

GROUPS = (
    "offense crime violation",
    "trafficker offender perpetrator criminal",
    "train instruct teach educate course workshop sensitize curriculum trainer capacity",
    "increase expand enhance strengthen intensify boost improve accelerate scale redouble reinforce "
    "raise widen further",
    "establish create develop adopt institute introduce form open draft finalize approve enact pass "
    "build elaborate set design adoption launch",
    "implement apply execute enforce carry use operationalize",
    "fund finance resource budget allocate money appropriation financial premises",
    "shelter accommodation housing refuge lodging residence",
    "vulnerable marginalized",
    "police officer official personnel staff authority frontline practitioner professional agent investigator",
    "penalty sentence punish imprisonment punitive",
    "victim survivor",
    "migrant foreign immigrant alien refugee asylum noncitizen",
    "identify screen detect recognize find discover",
    "procedure protocol guideline sop rule instruction",
    "plan strategy nap policy program",
    "awareness campaign publicity outreach publicize advertise",
    "data statistics information record figure register database",
    "compensation restitution damages reparation redress indemnify",
    "ratify accede sign party",
    "convention treaty covenant instrument",
    "prosecute charge indict",
    "coordinate cooperate collaborate communicate liaise partner",
    "assist support service care help aid rehabilitate reintegrate counsel",
    "legislation statute act code bill legislative",
    "criminalize prohibit outlaw ban forbid abolish repeal eliminate end",
    "penalize fine arrest detain deport jail removal detention",
    "judge magistrate judicial court courtroom",
    "fee charge cost",
    "publish publicly report release",
    "monitor oversee oversight supervise inspect audit regulate visit inspection",
    "discriminate racist racism xenophobia intolerance",
    "woman gender female equality",
    "ombudsman nhri",
    "moratorium suspension",
    "recruit recruiter agency broker intermediary",
    "lift remove rescind",
    "refer referral transfer nrm",
    "independent autonomous",
    "beg street",
    "employ work job worker workplace labor",
    "complicit corrupt corruption complicity",
    "provide offer give grant deliver guarantee",
    "access enter admit admission",
    "domestic household home",
    "child juvenile youth young",
    "specialized dedicated designated special",
    "family parent guardian",
    "hire appoint recruit additional number",
    "interview question",
    "hearing testify testimony witness",
    "media press journalist",
    "discipline disciplinary",
    "free charge",
    "lawyer attorney counsel legal",
    "amend amendment revise reform review change",
    "demand clients buyers",
    "fish fishing vessel fisher fisherman crew sea",
    "asset proceeds property",
    "death execution",
    "torture cruel inhuman degrading",
    "prison prisoner detainee inmate custody jail",
)
"""Words of one meaning, a line each."""

ACTIONS = (
    "train instruct teach educate course workshop sensitize",
    "fund finance budget allocate resource money",
    "hire appoint number additional",
    "investigate inquiry",
    "prosecute charge indict prosecutor",
    "convict conviction",
    "penalty sentence punish imprisonment",
    "identify screen detect find",
    "refer referral nrm",
    "monitor oversee inspect audit regulate oversight visit inspection",
    "publish publicly release",
    "data statistics",
    "awareness campaign outreach",
    "compensation restitution damages reparation",
    "ratify accede sign party",
    "coordinate cooperate collaborate communicate",
    "lift moratorium",
    "criminalize prohibit outlaw ban",
    "amend revise repeal reform",
    "fee",
    "shelter accommodation housing",
    "interview question",
    "hearing testify testimony witness",
    "penalize arrest detain deport detention",
    "plan strategy nap",
    "independent",
    "license accredit",
    "discipline",
    "evaluate assess research study",
    "demand",
    "confiscate freeze seize asset",
    "exempt release",
    "inform",
    "consult",
    "separate",
    "legal lawyer attorney",
    "residence permit visa",
    "moratorium suspension",
    "abolish abolition",
)
"""Words that tell what is to be done, verbs and nouns alike; those of one line mean one action."""
