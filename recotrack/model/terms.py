"""The controlled words of a register.

Each enumeration is closed: a word outside it is a fault of the record. The scale of
implementation is the one of the Group of States against Corruption (GRECO, in its Rules of
Procedure: implemented satisfactorily, partly implemented, not implemented), with
two honest blanks added.
"""

from enum import StrEnum


class Implementation(StrEnum):
    """How far a recommendation has been put into practice."""

    NOT_ASSESSED = "not_assessed"
    INSUFFICIENT_EVIDENCE = "insufficient_evidence"
    NOT_IMPLEMENTED = "not_implemented"
    PARTLY_IMPLEMENTED = "partly_implemented"
    IMPLEMENTED = "implemented"


LEVELS = (
    Implementation.NOT_IMPLEMENTED,
    Implementation.PARTLY_IMPLEMENTED,
    Implementation.IMPLEMENTED,
)
"""The three levels of the scale, lowest first; the two blanks are not on it."""


class Response(StrEnum):
    """What the government said of a recommendation."""

    ACCEPTED = "accepted"
    PARTLY_ACCEPTED = "partly_accepted"
    NOTED = "noted"
    REJECTED = "rejected"
    NONE = "none"


class Basis(StrEnum):
    """Who says so."""

    GOVERNMENT_CLAIM = "government_claim"
    ISSUING_BODY = "issuing_body"
    THIRD_PARTY = "third_party"
    OWN_ASSESSMENT = "own_assessment"


class Relation(StrEnum):
    """How a later recommendation continues an earlier one."""

    REPEATED = "repeated"
    REWORDED = "reworded"
    NARROWED = "narrowed"
    BROADENED = "broadened"
    MERGED = "merged"
    SPLIT = "split"
    REINTRODUCED = "reintroduced"


class ChangeKind(StrEnum):
    """What happened to a demand between two editions."""

    REPEATED = "repeated"
    REWORDED = "reworded"
    NARROWED = "narrowed"
    BROADENED = "broadened"
    MERGED = "merged"
    SPLIT = "split"
    NEW = "new"
    DROPPED = "dropped"
    REINTRODUCED = "reintroduced"
    UNREAD = "unread"


class Currency(StrEnum):
    """Where a recommendation stands among the loaded editions of its series."""

    CURRENT = "current"
    CONTINUED = "continued"
    ABSENT = "absent"


class Says(StrEnum):
    """What a quoted passage says about action on the demand."""

    ACTION = "action"
    NO_ACTION = "no_action"
    CONTRARY_ACTION = "contrary_action"


class Extent(StrEnum):
    """How much of the published document was at hand."""

    WHOLE = "whole"
    EXTRACT = "extract"


class Cadence(StrEnum):
    """How often a series appears."""

    ANNUAL = "annual"
    BIENNIAL = "biennial"
    IRREGULAR = "irregular"
    ONCE = "once"


class ClosingReason(StrEnum):
    """Why a recommendation was closed without having been implemented."""

    SUPERSEDED = "superseded"
    OVERTAKEN_BY_EVENTS = "overtaken_by_events"
    NO_LONGER_VALID = "no_longer_valid"


class MatterRelation(StrEnum):
    """How a claim and a finding on one matter relate."""

    CONTRADICTION = "contradiction"
    CLAIM_AGAINST_OUTCOME = "claim_against_outcome"
    SCOPE_DIFFERS = "scope_differs"
    DIFFERENT_PERIOD = "different_period"


class Hedge(StrEnum):
    """How a source hedges a figure."""

    ABOUT = "about"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    UP_TO = "up_to"


class Stated(StrEnum):
    """How a figure comes to be known, where its source does not plainly state it for its own time."""

    RESTATED = "restated"
    IMPLIED = "implied"
    COMPUTED = "computed"


class Flag(StrEnum):
    """What a reader should notice about a recommendation."""

    REPEATED = "repeated"
    UNREAD = "unread"
    NO_UPDATE = "no-update"
    CLAIMED = "claimed"
    CONTESTED = "contested"
    CLAIM_AND_FINDING = "claim-and-finding"
    IMPLEMENTED_BUT_REPEATED = "implemented-but-repeated"
    DROPPED_UNRESOLVED = "dropped-unresolved"
    REGRESSED = "regressed"


class Severity(StrEnum):
    """How much a diagnostic or a change matters."""

    INFO = "info"
    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"
