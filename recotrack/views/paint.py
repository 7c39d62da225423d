"""Colour on a terminal, or none."""

from typing import NamedTuple


class Paint(NamedTuple):
    """Paints words with ANSI colours where `on`, and leaves them alone where not.

    Colour only repeats what the text itself says, so that nothing is lost without it.
    """

    on: bool = False

    def _with(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text

    def bold(self, text: str) -> str:
        """Gives the text in bold."""
        return self._with("1", text)

    def dim(self, text: str) -> str:
        """Gives the text faint."""
        return self._with("2", text)

    def red(self, text: str) -> str:
        """Gives the text in red."""
        return self._with("31", text)

    def green(self, text: str) -> str:
        """Gives the text in green."""
        return self._with("32", text)

    def yellow(self, text: str) -> str:
        """Gives the text in yellow."""
        return self._with("33", text)
