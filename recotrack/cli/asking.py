"""Questions on a terminal for what the options of `update` leave open."""

import sys
from typing import TYPE_CHECKING, Any

import click

from recotrack.model.suggestions import did_you_mean
from recotrack.model.terms import LEVELS, Basis, Implementation, Says

if TYPE_CHECKING:
    from recotrack.model.register import Register

NOTHING = "-"
"""Stands for `says` where a passage tells an outcome or a circumstance."""


def ask_what_is_missing(register: "Register", id: str, said: dict[str, Any]) -> tuple[dict[str, Any], bool]:
    """Completes what the options say of an update.

    Returns:
        What they say with the answers, and whether anything was asked.

    Raises:
        click.UsageError: something is missing, and there is no terminal to ask on.
    """
    missing = _missing(said)
    for source in said["source"]:
        if source not in register.sources:
            hint = did_you_mean(source, register.sources)
            raise click.UsageError(f"This register has no source {source!r}" + (f" ({hint})." if hint else "."))
    if not missing:
        return said, False
    if not (sys.stdin is not None and sys.stdin.isatty()):
        raise click.UsageError(f"Missing: {', '.join(missing)} (there is no terminal to ask on).")
    _introduce(register, id)
    answers = dict(said)
    if "--quote" in missing:
        _ask_passages(register, answers)
    for name, question in (("source", "Source quoted"), ("place", "Where in it (section or page)")):
        if f"--{name}" in missing:
            answers[name] = (_ask(question),)
    if answers["basis"] is None:
        answers["basis"] = _choice("Who says so", list(Basis), _likely_basis(register, id, answers["source"]))
    if answers["implementation"] is None:
        answers["implementation"] = _choice("How far is it met", list(Implementation), None)
    if answers["implementation"] == Implementation.INSUFFICIENT_EVIDENCE and not answers["searched"]:
        default = " ".join(dict.fromkeys(answers["source"])) or None
        answers["searched"] = tuple(_ask("Sources searched (ids, with spaces between)", default).split())
    if answers["summary"] is None:
        answers["summary"] = _ask("Summary, in one sober sentence")
    if answers["covers"] is None:
        covers = [register.sources[one].covers for one in answers["source"] if one in register.sources]
        likely = next((f"{one.start}..{one.end}" if one.start != one.end else one.start for one in covers if one), "")
        hint = f"; the source covers {likely}" if likely else ""
        answers["covers"] = _ask(f"The time it speaks of (2023, 2023-04-01..2024-03-31; empty: not stated{hint})", "")
    if answers["date"] is None and not (answers["source"] or answers["searched"]):
        answers["date"] = _ask("Date of the update (YYYY-MM-DD)")
    return answers, True


def _missing(said: dict[str, Any]) -> list[str]:
    missing = [f"--{name}" for name in ("implementation", "basis", "summary") if said[name] is None]
    level = said["implementation"]
    if said["quote"]:
        missing += [f"--{name}" for name in ("source", "place") if not said[name]]
    else:
        for name in ("source", "place", "says"):
            if said[name]:
                raise click.UsageError(f"--{name} without --quote.")
    if not said["quote"] and (level is None or level in LEVELS):
        missing.append("--quote")
    if level == Implementation.INSUFFICIENT_EVIDENCE and not said["searched"]:
        missing.append("--searched")
    return missing


def _introduce(register: "Register", id: str) -> None:
    from recotrack.views.text import visible

    recommendation = register.recommendations[id]
    lead = f"{recommendation.lead_in} … " if recommendation.lead_in else ""
    click.echo(visible(f"{id}: {lead}{recommendation.text}"), err=True)


def _ask_passages(register: "Register", answers: dict[str, Any]) -> None:
    """Asks for passages until an empty source ends them."""
    passages: dict[str, list[str]] = {"source": [], "place": [], "quote": [], "says": []}
    while True:
        more = "Another source quoted" if passages["source"] else "Source quoted"
        source = _ask(f"{more} ({', '.join(register.sources)}; empty: none)", "")
        if not source:
            break
        if source not in register.sources:
            click.echo(f"This register has no source {source!r}.", err=True)
            continue
        passages["source"].append(source)
        passages["place"].append(_ask("Where in it (section or page)"))
        passages["quote"].append(_ask("The passage, verbatim"))
        passages["says"].append(_choice("What it says of action on the demand", [*Says, NOTHING], NOTHING))
    answers |= {name: tuple(values) for name, values in passages.items()}


def _likely_basis(register: "Register", id: str, quoted: tuple[str, ...]) -> str | None:
    if not quoted:
        return None
    if all(register.by_government(source) for source in quoted):
        return Basis.GOVERNMENT_CLAIM
    issuer = register.source_of(register.recommendations[id]).issuer
    own = all(register.sources[source].issuer == issuer for source in quoted if source in register.sources)
    return Basis.ISSUING_BODY if own else Basis.THIRD_PARTY


def _ask(question: str, default: str | None = None) -> str:
    while True:
        answer = " ".join(str(click.prompt(question, default=default, err=True, show_default=bool(default))).split())
        if answer or default is not None:
            return answer


def _choice(question: str, words: list[str], default: str | None) -> str:
    kind = click.Choice([str(word) for word in words])
    return str(click.prompt(question, type=kind, default=default and str(default), err=True))
