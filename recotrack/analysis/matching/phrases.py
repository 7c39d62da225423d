"""The phrases of the field that the matcher knows."""

from recotrack.analysis.matching.rights import RIGHTS

_PHRASES = (
    (
        "penali|punish|arrest|detain|detention|jail|fin|deport|prosecut|imprison|criminali",
        (
            r"(?:\bnot\b|\bnever\b|refrain\w* from|\bstop\b|\bcease\b|\bend(?:ing)?\b|avoid|(?:exempt"
            r"|protect|shield)\w*\b[^.;]{0,30}?\bfrom)\b[^.;]{0,40}?\b(?:penali[sz]|punish|arrest|detain"
            r"|detention|jail|fin(?:e|ed|ing)\b|deport|prosecut|imprison|criminali[sz])\w*(?:,? (?:or "
            r"|and )?(?:penali[sz]|punish|arrest|detain|jail|fine|fining|deport|prosecut|imprison"
            r"|investigat|charg|convict|held)\w*)*"
        ),
        "nonpunishment",
    ),
    (
        "criminal|crime|illegal",
        (
            r"(?:repeal|abrogat|abolish|abolition|remov|amend|review|eliminat"
            r"|delet)\w*\b([^.;]{0,90}?)\b(?:criminali[sz]\w+|penali[sz]\w+ (?=same|consen|homo|lgbt)"
            r"|(?:is|are|be|being|as) (?:not |no longer )?(?:considered )?(?:a )?(?:criminal offen[cs]es?"
            r"|crimes?|illegal))"
        ),
        "decriminalize \\1",
    ),
    ("operating proc", r"standard operating procedures?", "sop"),
    ("sops", r"sops\b", "sop"),
    ("non|ngo", r"(?:non-?\s?governmental organi[sz]ations?|ngos\b)", "ngo"),
    ("civil soc|cso", r"civil society(?: organi[sz]ations?| groups?| actors?)?|\bcsos?\b", "ngo"),
    (
        "action",
        (
            r"national (?:anti-?\s?trafficking |counter-?\s?trafficking )?(?:action plan|plan of action"
            r"|action programme)"
        ),
        "nap",
    ),
    ("naps", r"\bnaps\b", "nap"),
    ("memorand", r"memorand(?:um|a) of understanding", "mou"),
    ("mou", r"\bmous\b", "mou"),
    ("referral mech", r"national referral mechanisms?", "nrm"),
    ("risk", r"at[- ]risk", "vulnerable"),
    (
        "commercial sex|prostitution|sex work",
        (
            r"(?:individuals|persons|people|women|those) (?:involved )?in (?:commercial sex|prostitution"
            r"|sex work)"
        ),
        "prostitution",
    ),
    ("commercial sex", r"commercial sex(?: acts?)?", "prostitution"),
    ("sex worker", r"sex workers?", "prostitution"),
    (
        "enforc",
        (
            r"law[- ]enforcement(?: officials?| officers?| agencies| authorities| personnel)?"
            r"|law[- ]enforcing (?:bodies|agencies|officials?)"
        ),
        "police",
    ),
    ("police off", r"police officers?", "police"),
    ("first resp", r"first responders?", "frontline"),
    ("line", r"front-?\s?line (?:officials?|officers?|workers?|staff|personnel|responders?)", "frontline"),
    ("bars|prison|jail", r"(?:terms? )?behind bars|(?:terms?|years) (?:in|of) (?:prison|jail)", "imprisonment"),
    (
        "prison|jail|custodial",
        r"prison (?:terms?|sentences?)|jail terms?|imprisonment|custodial sentences?",
        "imprisonment",
    ),
    (
        "trafficking|tip|thb",
        (
            r"human trafficking|trafficking in (?:persons|human beings|people|humans)"
            r"|trafficking of (?:persons|human beings|people)|\btip\b|\bthb\b"
        ),
        "trafficking",
    ),
    ("capital|death", r"capital punishment|death penalty|death sentences?", "deathpenalty"),
    (
        "human rights|nhri|paris",
        (
            r"(?:\bindependent |\bnational )*human rights (?:national )?(?:institutions?|commissions?)"
            r"|\bnhris?\b|paris principles?|independent (?:body|structure|mechanism"
            r"|institution) (?:responsible )?for (?:the (?:protection|promotion) of )?human rights"
            r"|(?:independent |\bnational )+institutions? (?:on|for|of|in the field of|dealing with"
            r"|in charge of)(?: the)?(?: (?:promotion|protection)(?: and (?:promotion"
            r"|protection))? of)? human rights"
        ),
        "nhri",
    ),
    (
        "national institutions|international coord|a status|a\" status|a' status",
        (
            r"international coordinating committee(?: (?:of"
            r"|for)(?: the)?(?: promotion and protection of)? ?(?:national (?:human rights )?institutions"
            r"""|nhri|human rights))*|\ba['\"]? status"""
        ),
        "nhri",
    ),
    (
        "ombuds|commissioner",
        (
            r"child(?:ren)?['’]?s?['’]? (?:rights )?(?:ombuds\w+|commissioner)|(?:ombuds\w+"
            r"|commissioner) (?:for|of) (?:the )?(?:rights of the )?child(?:ren)?"
        ),
        "childombudsman",
    ),
    ("ombuds", r"\bombuds(?:man|men|person|persons|woman)?\b", "ombudsman"),
    (
        "orientation|lgbt|homosexual|same|consen|gay|lesbian|gender identit",
        (
            r"(?:sexual orientation|gender identit(?:y|ies))(?:,? (?:and|or) (?:gender identit(?:y|ies)"
            r"|sexual orientation))?|lgbt\w*\+?(?: persons| people| individuals)?"
            r"|lesbians?(?:, gays?)?[^.;]{0,40}?(?:transgender\w*|transsexual\w*|intersex\w*|gays?"
            r"|bisexual\w*)(?: persons| people)?|\bgays?\b(?: men)?|homosexual\w*|(?:same[- ]sex"
            r"|same[- ]gender)(?: couples| relations(?:hips)?| activit(?:y|ies)| conduct| acts)?"
            r"|(?:sexual (?:relations|activit(?:y|ies)|conduct|acts) between )?(?:consenting"
            r"|consensual) (?:same[- ]sex |adult )*(?:adults?|sex\w*)(?: (?:relations|activit(?:y|ies)"
            r"|conduct|acts))?(?: (?:between|among) adults?)?(?: of the same (?:sex|gender))?"
        ),
        "lgbt",
    ),
    (
        "disab",
        (
            r"(?:persons?|people|individuals|those) (?:living )?with (?:\w+ )?disabilit(?:y|ies)"
            r"|disabled (?:persons?|people|children|individuals)|\bthe disabled\b|(?<=with )disabilities"
        ),
        "disabled",
    ),
    (
        "violence",
        (
            r"domestic violence|violence (?:in|within) the (?:home|family)|family violence"
            r"|intra-?family violence|(?:spousal|conjugal|marital) violence"
        ),
        "domesticviolence",
    ),
    (
        "human rights",
        (
            r"human rights (?:education|training|teaching|instruction|awareness)|(?:education|training"
            r"|instruction|teaching|courses?) (?:programmes? )?(?:in|on|of|for|about|regarding"
            r"|concerning) (?:the )?(?:(?:field|area|matter|promotion|protection|respect) of "
            r"|for )?human rights"
        ),
        "rightseducation train",
    ),
    (
        "development|oda|developing|0.7|0,7|overseas aid|foreign aid",
        (
            r"official development (?:assistance|aid)|(?:overseas"
            r"|international) development (?:assistance|aid)|development (?:aid|assistance|cooperation)"
            r"|\boda\b|(?:aid|assistance|support)(?: (?:given|provided))? (?:to"
            r"|for) (?:the )?(?:least[- ])?develop(?:ing|ed) countries|\b0[.,]7 ?(?:%"
            r"|per ?cent\w*)(?: of (?:its |the )?(?:gdp|gnp|gni|gross (?:national|domestic) (?:product"
            r"|income)))?|(?:overseas|foreign) aid"
        ),
        "developmentaid",
    ),
    ("victim", r"victim[- ]cent(?:ered|red)", "victimcentered"),
    ("non", r"non-?\s?penali[sz]ation", "penalize"),
    (
        "special|rapporteur|mandate",
        r"special procedures?(?: mandate)?(?:[- ]?holders?)?|special rapporteurs?|mandate[- ]?holders?",
        "specialprocedure",
    ),
    (
        "capacit",
        r"capacity[- ]building|(?:build|strengthen|increas|enhanc|improv)\w* (?:the )?capacit(?:y|ies)",
        "train",
    ),
    (
        "agenc|compan|firm",
        r"(?:recruitment|employment|placement) (?:agenc(?:y|ies)|compan(?:y|ies)|firms?)",
        "recruiter",
    ),
    (
        "number of",
        (
            r"(?:increas|rais|expand)\w* (?:the )?number of (?=(?:\w+ ){0,3}(?:inspectors|officers|judges"
            r"|prosecutors|staff|investigators|guards|social workers|personnel|police))"
        ),
        "hire ",
    ),
    (
        "prevent|npm",
        (
            r"national (?:torture )?prevent(?:ive|ion|ative) mechanisms?|\bnpms?\b"
            r"|national mechanisms? (?:for|of|on) (?:the )?prevention of torture|prevent(?:ive|ion"
            r"|ative) mechanisms?(?= (?:against|of|for|under))"
        ),
        "npm",
    ),
    (
        "genital|fgm",
        (
            r"female genital (?:mutilations?|cutting)(?:/cutting)?(?: \(fgm(?:/c)?\))?|\bfgm\b|(?:genital"
            r"|sexual) mutilations?"
        ),
        "fgm",
    ),
    (
        "killing|execution",
        (
            r"(?:extra-?\s?judicial|summary|arbitrary|extra-?legal|unlawful)(?:,? (?:and "
            r"|or )?(?:extra-?\s?judicial|summary|arbitrary))* (?:killings?|executions?)"
        ),
        "extrajudicial",
    ),
    (
        "marriage|marriageable|marry",
        (
            r"(?:early|child|forced|underage)(?:,? (?:and |or )?(?:early|child|forced"
            r"|underage))* marriages?|(?:minimum |legal |marriageable )+age (?:of|for) (?:marriage"
            r"|marrying)|marriageable age|age of marriage|age (?:for|to) marry"
        ),
        "childmarriage",
    ),
    ("displaced|idp", r"internally displaced(?: persons| people)?|\bidps?\b", "displaced"),
    (
        "pay|remuneration|wage|salar",
        (
            r"equal(?:ity)? (?:of |in |for )?(?:pay|remuneration|wages?|salar(?:y"
            r"|ies))\b(?: for (?:equal )?work(?: of equal value)?)?|(?:gender[- ]|gender-based )?(?:pay"
            r"|wage|salar(?:y|ies)|remuneration)s? (?:gaps?|differen\w+|inequalit\w+|disparit\w+"
            r"|discriminat\w+)|(?:gaps?|differen\w+|inequalit\w+|disparit\w+|discriminat\w+) (?:in|of"
            r"|with regard to|between) (?:the )?(?:pay|wages?|salar(?:y|ies)|remuneration)"
        ),
        "equalpay",
    ),
    ("hono", r"honou?r (?:killings?|crimes?)", "honorcrime"),
    (
        "soldier|recruit|armed",
        (
            r"child soldiers?|recruitment (?:and use )?of (?:children|minors|child soldiers)"
            r"|children (?:in|involved in|associated with|and) armed (?:conflicts?|forces|groups)"
        ),
        "childsoldier child",
    ),
    ("older|elderly|senior", r"older (?:persons|people)|elderly(?: people| persons)?|senior citizens", "elderly"),
    ("afro|african", r"people of african descent|afro-?descend\w+", "afrodescendant"),
    (
        "reproductive",
        (
            r"(?:sexual and )?reproductive (?:health(?:[- ]?care)?|rights)(?: (?:services"
            r"|education))?(?: and rights)?"
        ),
        "reproductive",
    ),
    (
        "arbitrary",
        r"arbitrary (?:arrests?|detentions?)(?: (?:and|or) (?:arbitrary )?(?:arrests?|detentions?))?",
        "arbitrary detention",
    ),
    (
        "birth|registration of",
        (
            r"birth (?:registrations?|certificates?)|regist\w* (?:of )?(?:all )?(?:child\w* )?(?:births"
            r"|at birth)|(?:civil )?registration of (?:births|children|newborn\w*)"
        ),
        "birthregistration",
    ),
    ("labo", r"forced labou?r|compulsory labou?r|state-compelled labou?r", "forcedlabor"),
    (
        "domestic|household work",
        (
            r"domestic (?:workers?|staff|servants?|employees?|helpers?)|domestic (?:work|labou?r)\b"
            r"|household workers?"
        ),
        "domesticworker",
    ),
    ("legal", r"(?:free )?legal (?:aid|assistance|counsel|representation|advice|services?)", "lawyer assist"),
    ("proceeds", r"proceeds of", "asset"),
    ("vocational", r"vocational (?:training|education)", "vocational"),
    ("charg", r"charg(?:e|ing) (?=(?:the )?(?:traffickers|perpetrators|suspects|offenders|those))", "prosecute "),
    ("act", r"(?:trafficking|penal|labou?r|criminal|amendment|equality|protection|[0-9]{4}) acts?\b", "legislation"),
    ("code|law", r"criminal (?:code|law)|penal (?:code|law)", "penalcode legislation"),
    ("invitation", r"(?:standing|open) (?:and (?:open|permanent|standing) )?invitations?", "standinginvitation"),
    (
        "gender",
        (
            r"gender[- ]based violence|gender[- ]?related violence|gender violence"
            r"|violence based on (?:their )?gender"
        ),
        "violence against women",
    ),
    ("punishment", r"(?:corporal|physical|bodily) punishments?", "corporalpunishment"),
    (
        "criminal|legal responsib|penal resp",
        (
            r"(?:minimum )?age (?:of|for) (?:criminal|legal|penal) (?:responsibility|liability)"
            r"|(?:minimum )?criminal age|age (?:of|for) criminal prosecution"
        ),
        "criminalage",
    ),
    ("hiv", r"hiv\s?(?:[/-]|and)?\s?aids|\bhiv\b", "hivaids"),
    (
        "servant|official|employee|officer",
        r"(?:civil|public) servants?|(?:public|state|government) (?:officials?|employees?|officers?)",
        "officials",
    ),
    ("upr|periodic", r"universal periodic review|\bupr\b", "periodicreview"),
    ("step", r"steps? up\b", "increase"),
    ("put|set", r"(?:puts?|putting) in place|sets? up\b|setting up\b", "establish"),
    ("public", r"(?:makes?|making) public\b", "publish"),
    (
        "trial|remand|preventive|preventative|provisional",
        (
            r"pre-?\s?trial (?:detentions?|custody|detainees)|remand (?:detention|custody|prison)"
            r"|(?:preventive|preventative|provisional) detention"
        ),
        "pretrial detention",
    ),
    ("treat", r"ill-?\s?treatments?|mistreatments?|maltreatments?", "illtreatment"),
)

PHRASES = _PHRASES + RIGHTS
"""Phrases of the field, each behind parts of words (`|`) of which a text must hold one, and before the word that stands
for it; tried in this order."""
