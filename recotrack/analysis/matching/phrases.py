"""The phrases of the field that the matcher knows, and the treaties with their names."""

PHRASES = (
    (
        r"(?:\bnot\b|\bnever\b|refrain\w* from|\bstop\b|\bcease\b|\bend(?:ing)?\b|avoid"
        r"|(?:exempt|protect|shield)\w*\b[^.;]{0,30}?\bfrom)"
        r"\b[^.;]{0,40}?\b(?:penali[sz]|punish|arrest|detain|detention|jail|fin(?:e|ed|ing)\b|deport|prosecut|imprison|criminali[sz])"
        r"\w*(?:,? (?:or |and )?(?:penali[sz]|punish|arrest|detain|jail|fine|fining|deport|prosecut|imprison)\w*)*",
        "nonpunishment",
    ),
    (
        r"(?:repeal|abrogat|abolish|abolition|remov|amend)\w*\b[^.;]{0,60}?\b(?:criminali[sz]\w+|criminal offen[cs]e)",
        "decriminalize",
    ),
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
    (r"(?:terms? )?behind bars|(?:terms?|years) (?:in|of) (?:prison|jail)", "imprisonment"),
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
            r"human rights (?:institutions?|commissions?)|\bnhris?\b|paris principles?|"
            r"independent (?:body|structure|mechanism|institution) (?:responsible )?for "
            r"(?:the (?:protection|promotion) of )?human rights"
        ),
        "nhri",
    ),
    (
        r"child(?:ren)?['’]?s?['’]? (?:rights )?(?:ombuds\w+|commissioner)"
        r"|(?:ombuds\w+|commissioner) (?:for|of) (?:the )?(?:rights of the )?child(?:ren)?",
        "childombudsman",
    ),
    (r"\bombuds(?:man|men|person|persons|woman)?\b", "ombudsman"),
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
    (r"capacity[- ]building|(?:build|strengthen|increas|enhanc|improv)\w* (?:the )?capacit(?:y|ies)", "train"),
    (r"(?:recruitment|employment|placement) (?:agenc(?:y|ies)|compan(?:y|ies)|firms?)", "recruiter"),
    (
        r"(?:increas|rais|expand)\w* (?:the )?number of (?=(?:\w+ ){0,3}(?:inspectors|officers|judges|prosecutors|staff"
        r"|investigators|guards|social workers|personnel|police))",
        "hire ",
    ),
    (r"national preventive mechanisms?|\bnpms?\b", "npm"),
    (r"female genital (?:mutilations?|cutting)|\bfgm\b", "fgm"),
    (r"(?:extra-?judicial|summary|arbitrary) (?:killings?|executions?)", "extrajudicial"),
    (
        r"(?:early|child|forced|underage)(?:,? (?:and |or )?(?:early|child|forced|underage))* marriages?",
        "childmarriage",
    ),
    (r"internally displaced(?: persons| people)?|\bidps?\b", "displaced"),
    (r"equal (?:pay|remuneration)|(?:gender )?(?:pay|wage) gap", "equalpay"),
    (r"honou?r (?:killings?|crimes?)", "honorcrime"),
    (r"child soldiers?|recruitment of children", "childsoldier"),
    (r"older persons|elderly(?: people| persons)?", "elderly"),
    (r"people of african descent|afro-?descend\w+", "afrodescendant"),
    (r"sexual and reproductive (?:health|rights)(?: and rights)?", "reproductive"),
    (
        r"arbitrary (?:arrests?|detentions?)(?: (?:and|or) (?:arbitrary )?(?:arrests?|detentions?))?",
        "arbitrary detention",
    ),
    (r"birth (?:registrations?|certificates?)|regist\w* (?:of )?(?:all )?births", "birthregistration"),
    (r"forced labou?r|compulsory labou?r|state-compelled labou?r", "forcedlabor"),
    (r"domestic (?:workers?|staff|servants?|employees?|helpers?)", "domesticworker"),
    (r"legal (?:aid|assistance|counsel|representation|advice|services?)", "lawyer assist"),
    (r"proceeds of", "asset"),
    (r"vocational (?:training|education)", "vocational"),
    (r"charg(?:e|ing) (?=(?:the )?(?:traffickers|perpetrators|suspects|offenders|those))", "prosecute "),
    (r"(?:trafficking|penal|labou?r|criminal|amendment|equality|protection|[0-9]{4}) acts?\b", "legislation"),
    (r"criminal (?:code|law)|penal (?:code|law)", "penalcode legislation"),
    (r"(?:standing|open) (?:and (?:open|permanent|standing) )?invitations?", "standinginvitation"),
    (r"gender[- ]based violence|gender violence|violence based on (?:their )?gender", "violence against women"),
    (r"(?:corporal|physical) punishments?", "corporalpunishment"),
    (r"(?:minimum )?age (?:of|for) criminal (?:responsibility|liability)|(?:minimum )?criminal age", "criminalage"),
    (r"hiv\s?(?:[/-]|and)?\s?aids|\bhiv\b", "hivaids"),
    (r"(?:civil|public) servants?|(?:public|state|government) (?:officials?|employees?|officers?)", "officials"),
    (r"universal periodic review|\bupr\b", "periodicreview"),
    (r"steps? up\b", "increase"),
    (r"(?:puts?|putting) in place|sets? up\b|setting up\b", "establish"),
    (r"(?:makes?|making) public\b", "publish"),
    (r"pre-?\s?trial (?:detention|custody)|remand (?:detention|custody|prison)", "pretrial detention"),
    (r"ill-?\s?treatment|mistreatment", "illtreatment"),
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
            r"protection of)?(?: the)? rights of (?:all )?(?:the )?migrant workers(?: and (?:the )?members "
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
            r"(?:convention|covenant)s? (?:on|for|against|(?:relating )?to)(?: the)?? ?status of refugees|"
            r"refugee convention"
        ),
    ),
    (
        "stateless",
        (
            r"(?:convention|covenant)s? (?:on|for|against|(?:relating )?to)(?: the)? (?:status of stateless "
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
    (
        "iccpr treatyicescr",
        (
            r"(?:two )?international (?:human rights )?covenants\b(?! on)"
            r"(?:[^.;]{0,60}economic,? social,? and cultural rights[^.;]{0,60}civil and political rights)?"
        ),
    ),
    (
        "istanbul",
        r"istanbul convention|convention on preventing and combating violence against women(?: and domestic violence)?",
    ),
    ("armstrade", r"arms trade treaty"),
    ("kampala", r"kampala amendments?"),
    ("immunities", r"agreement on (?:the )?privileges and immunities"),
    ("socialcharter", r"european social charter"),
    ("lanzarote", r"lanzarote convention"),
    ("hague", r"hague convention"),
    ("ilo", r"\bilo\b|international labou?r organi[sz]ation"),
)
"""Treaties, each with the ways it is named; a protocol to one is a treaty of its own."""
