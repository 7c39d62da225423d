"""Phrases of human rights at large, as of reviews of all rights, in the form of `phrases`."""

RIGHTS = (
    (
        "discriminat",
        (
            r"(?:anti|non)?[- ]*discriminat(?:ion|ory) (?:law|legislation|act|bill|legal framework"
            r"|legislative framework)s?\b|(?:law|legislation|act|bill|legal framework)s? (?:against"
            r"|prohibiting|to (?:combat|prohibit|prevent|fight|eliminate|address)|on|banning"
            r"|for the elimination of|combating)(?: all)?(?: forms of)? discrimination"
        ),
        "antidiscriminationlaw discrimination legislation",
    ),
    (
        "force|brutality|police",
        (
            r"(?:excessive|disproportionate|unlawful|unnecessary)(?: and (?:excessive|disproportionate"
            r"|unlawful))? (?:use of )?force|excessive police force|use of (?:excessive"
            r"|disproportionate) force|police (?:brutality|violence|abuses?|misconduct|ill-?treatment)"
            r"|abuses? (?:committed )?by (?:the )?police"
        ),
        "policeviolence police",
    ),
    (
        "participation|representation|women in|involvement|positions|leadership|presence",
        (
            r"(?:women|female)['’]?s?['’]? (?:\w+ ){0,3}(?:participation|representation|involvement"
            r"|presence)|(?:participation|representation|involvement|presence|number|proportion|ratio"
            r"|percentage|integration) (?:and \w+ )?(?:of|by) women(?= (?:in|at|on|within|to|among))"
            r"|women in (?:(?:the )?(?:political|public|parliament\w*|senior|leading|leadership|high\w*"
            r"|top|elected|decision|government|politics|management|managerial)\w*)"
        ),
        "womenparticipation women",
    ),
    ("decision", r"decision[- ]?making", "decisionmaking"),
    (
        "women|gender|sexes|equal",
        (
            r"gender equality|gender parity|\bequality (?:between|of|for) (?:the )?(?:men and women"
            r"|women and men|sexes|genders?)|equal (?:rights|opportunities"
            r"|treatment)(?: and (?:opportunities|rights|treatment))? (?:of|for|between) (?:men and women"
            r"|women and men|women)|\b(?:equality|equal rights) (?:between|of) (?:girls and boys"
            r"|boys and girls)|women['’]s (?:equality|equal rights)"
        ),
        "genderequality women",
    ),
    (
        "women",
        r"women['’]?s?['’]? (?:human )?rights|(?:human )?rights of (?:all )?women(?: and girls)?",
        "womenrights women",
    ),
    (
        "child",
        r"child(?:ren)?['’]?s?['’]? rights|(?:human )?rights of (?:the |all )?child(?:ren)?",
        "childrights child",
    ),
    ("hate", r"hate[- ](?:speech|propaganda)", "hatespeech"),
    (
        "hate|bias|raci",
        (
            r"(?:hate|bias)[- ](?:motivated )?crimes?|racially[- ]motivated (?:crimes?|violence"
            r"|offen[cs]es|attacks?)|racist (?:crimes?|violence|attacks?)"
        ),
        "hatecrime racist",
    ),
    (
        "nazi|right|skinhead|fascis",
        (
            r"neo-?\s?(?:nazi|fascis)\w*|nazism|nazis?\b|skinheads?|(?:far|extreme)[- ]right"
            r"|right[- ]wing extremis\w+"
        ),
        "neonazi",
    ),
    ("semit|islamophob|muslim", r"anti-?\s?semit\w+", "antisemitism"),
    ("crowd|populat", r"overcrowd\w*|over-crowd\w*|overpopulat\w*", "overcrowding"),
    (
        "prison|detention|detain|penitentiary",
        (
            r"(?:prison|detention|penitentiary)s? (?:centres? |facilit\w+ "
            r"|system )?(?:living )?conditions|(?:living )?conditions (?:in|of|for|at"
            r"|inside) (?:all )?(?:the )?(?:prison(?:er)?s|detention|detained persons|detainees"
            r"|penitentiar\w+|places of detention|inmates)(?: (?:centres?|centers?|facilit(?:y|ies)"
            r"|and prisons))?"
        ),
        "prisonconditions prison",
    ),
    ("refoul", r"(?:principle of )?(?:non-?\s?)?refoulement", "refoulement"),
    (
        "unaccompanied|separated child",
        r"unaccompanied (?:and separated )?(?:foreign |migrant |asylum-seeking )*(?:minors|children)",
        "unaccompanied child",
    ),
    (
        "express|speech|opinion",
        (
            r"freedoms? of (?:opinion|expression|speech)(?: (?:and|or) (?:of )?(?:opinion|expression"
            r"|speech))?|free(?:dom of)? speech|right to (?:freedom of )?(?:opinion and )?expression"
        ),
        "freeexpression expression",
    ),
    (
        "media|press",
        (
            r"(?:freedom|independence) of (?:the )?(?:press|media)|(?:press|media) freedom"
            r"|free(?: and independent)? (?:press|media)|independent (?:press|media)"
        ),
        "pressfreedom media",
    ),
    (
        "assembl|associat",
        (
            r"(?:freedom|right)s? (?:of|to) (?:peaceful )?(?:assembly"
            r"|association)(?: and (?:of )?(?:peaceful )?(?:assembly|association))?"
        ),
        "freeassembly assembly",
    ),
    (
        "religio|belief|worship",
        (
            r"freedoms? of (?:thought,? )?(?:conscience,? )?(?:and |or )?(?:of )?(?:religion|worship"
            r"|belief)(?: (?:and|or) (?:of )?belief)?|religious freedoms?"
        ),
        "freereligion religion",
    ),
    (
        "mortality|maternal",
        (
            r"(?:maternal|infant|child|under-five)(?:,? (?:and |or )?(?:maternal|infant"
            r"|child))* mortality(?: rates?)?|maternal (?:deaths|health)"
        ),
        "mortality health",
    ),
    (
        "report",
        (
            r"(?:overdue|late|outstanding|pending|periodic|initial|national|delayed"
            r"|due) (?:periodic )?reports?(?= (?:to|due|under|before|on treaty|with) )"
            r"|reporting (?:obligations|requirements|commitments|duties)"
        ),
        "treatyreport report",
    ),
    (
        "judicia|judge|court",
        (
            r"independence (?:and impartiality |and efficiency |and effectiveness )?of (?:the "
            r"|its )?(?:judiciary|judges|judicial|courts|justice)|judicial independence"
            r"|independent (?:and impartial |and effective )?(?:judiciary|judicial system|courts"
            r"|justice system)|independence (?:and \w+ )?of (?:judges|lawyers)"
        ),
        "judicialindependence judge",
    ),
    (
        "juvenile|conflict with|minor|young|child",
        (
            r"juvenile justice(?: system)?|(?:children|juveniles|minors) in conflict with the law"
            r"|(?:juvenile|young|minor|child) (?:offenders|delinquents|delinquency|prisoners|detainees)"
            r"|(?:detention|imprisonment|incarceration|custody) of (?:children|minors|juveniles)"
            r"|(?:detained|imprisoned|incarcerated) (?:children|minors|juveniles)|(?:children|minors"
            r"|juveniles) (?:in|deprived of) (?:detention|custody|prison|their liberty|liberty)"
        ),
        "juvenilejustice child detention",
    ),
    ("profiling", r"(?:racial|ethnic|religious) profiling", "profiling racist"),
    (
        "terror",
        (
            r"(?:counter|anti)-?\s?terroris[tm]\w*|(?:fight|combat\w*|struggle|efforts"
            r"|measures)(?: against)? terrorism"
        ),
        "terrorism",
    ),
    (
        "indigenous|tribal|aborigin",
        (
            r"indigenous (?:peoples?|populations?|communit(?:y|ies)|persons|groups)|tribal (?:peoples?"
            r"|communities)|aboriginal\w*"
        ),
        "indigenous",
    ),
    ("mental|psych", r"mental health(?:[- ]?care)?|psychiatr\w+|mentally ill|mental illness", "mentalhealth health"),
    (
        "interfaith|inter-|intercultural|interreligious|interethnic|dialogue",
        (
            r"inter-?\s?(?:religious|faith|cultural|ethnic|confessional)(?: and inter-?\s?(?:religious"
            r"|faith|cultural|ethnic))*|dialogue (?:among|between) (?:civili[sz]ations|religions|cultures"
            r"|faiths)"
        ),
        "interfaith",
    ),
    (
        "social",
        (
            r"social (?:security|protection|insurance|safety net\w*|welfare|assistance)(?: (?:and"
            r"|or) (?:social )?(?:security|protection|insurance|welfare))?"
        ),
        "socialprotection",
    ),
    (
        "work|labo|professional",
        (
            r"work ?place|labou?r market|professional (?:framework|life|sphere|field|sector)|(?:world"
            r"|place|field) of work|work environment"
        ),
        "employment",
    ),
    (
        "affirmative|positive|temporary|quota",
        (
            r"affirmative (?:action|measures)|positive (?:action|discrimination|measures)"
            r"|temporary special measures|quotas?\b"
        ),
        "affirmativeaction",
    ),
    (
        "rendition|secret|cia",
        (
            r"(?:extraordinary |extra-?judicial )?renditions?|secret(?: \w+)? (?:flights?|detentions?"
            r"|prisons?|detention cent\w+)|\bcia(?:['’]s)?\b"
        ),
        "rendition",
    ),
    ("citizen|national", r"non-?\s(?:citizens?|nationals?)|non-?(?:citizens?|nationals?)", "foreign"),
    (
        "roma|gyps|sinti",
        (
            r"\b(?:the )?roma(?:ni)?s?(?: (?:people|population|communit(?:y|ies)|minorit(?:y|ies)"
            r"|persons))?\b|gyps(?:y|ies)"
        ),
        "roma",
    ),
    ("sterili", r"(?:forced |coerc\w+ |involuntary |coercive )?sterili[sz]\w+", "sterilization"),
    ("stateless", r"stateless(?:ness)?(?: (?:persons|people|children))?", "stateless"),
    (
        "school|education|enrol|drop",
        (
            r"\benrol\w*|school[- ](?:attendance|enrol\w+|drop-?\s?outs?)|drop-?\s?out rates?|(?:primary"
            r"|secondary|basic|compulsory|elementary) education"
        ),
        "schooling education",
    ),
    (
        "punity",
        (
            r"(?:end|combat|fight|address|tackle|eliminate"
            r"|eradicat)\w* (?:against )?(?:the )?(?:culture of )?impunity"
        ),
        "impunity",
    ),
    ("drinking|water", r"(?:safe |clean |potable |drinking )+water", "water"),
    ("climate|warming", r"climate[- ]change|global warming", "climate"),
    (
        "traditional|harmful|customary",
        (
            r"harmful (?:traditional |cultural |customary )?practices?|(?:traditional"
            r"|customary) practices? (?:harmful|that (?:are|discriminate))"
        ),
        "harmfulpractice",
    ),
    ("stereotyp", r"(?:gender |sexist |sex |patriarchal )*stereotyp\w*", "stereotype"),
    ("rape|sexual", r"(?:marital|spousal) rape|rape (?:with)?in marriage", "maritalrape rape"),
)
"""Of discrimination, women, children, freedoms, justice, and social rights."""
