"""The known word that somebody may have meant."""

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Gives a question that names the known word nearest to an unknown one, or None where none is near."""
    from difflib import get_close_matches

    close = get_close_matches(word[:100], list(known), n=1)
    return f"did you mean `{close[0]}`?" if close else None
