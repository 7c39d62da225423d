"""One status file written in every style that the reader accepts, by chance but always the same for a seed."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

_WORDS = (
    *("shelter", "police", "trained", "victims", "of", "trafficking", "in", "2023;", "the", "“Group”", "found:"),
    *("none", "#", "18", "–", "(see", "above)", "-", "é", "😀", "x's", "\\$5", "[sic]", "{yes}", "&", "*", "!", "%"),
    *("@", "`", "|", ">", "?", "no", "1:30", "<<"),
)


class Writer:
    """Writes values as YAML: each time another of the ways that mean the same."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.newline = self.random.choice(["\n", "\n", "\n", "\r\n", "\r"])
        self.comments = self.random.random() < 0.6
        self.json = self.random.random() < 0.12
        self.verbatim = False

    def file(self, record: dict[str, Any]) -> str:
        """Gives a file that holds a record."""
        if self.json:
            indent = self.random.choice([None, 0, 1, 2, 4])
            text = json.dumps(record, ensure_ascii=False, indent=indent) + self.random.choice(["", "\n"])
            return text.replace("\n", self.newline)
        keys = list(record)
        self.random.shuffle(keys)
        lines: list[str] = []
        for key in keys:
            lines += self.between(0)
            lines += self.pair(key, record[key], 0)
        lines += self.between(0)
        if self.chance(0.2):
            lines = [*(["# a header", ""] if self.chance(0.5) else []), "---", *lines]
        if self.chance(0.1):
            lines.append("...")
        text = self.newline.join(lines) + ("" if self.chance(0.15) else self.newline)
        return ("\ufeff" if self.chance(0.1) else "") + text

    def chance(self, part: float) -> bool:
        """Tells whether this time."""
        return self.random.random() < part

    def between(self, column: int) -> list[str]:
        """Gives comments and empty lines, or none."""
        lines: list[str] = []
        while self.comments and self.chance(0.25):
            comment = " " * column + self.random.choice(["# a comment: of [its] own", "# - not an entry"])
            lines.append(self.random.choice(["", comment]))
        return lines

    def pair(self, key: str, value: Any, column: int) -> list[str]:
        """Gives a key and its value in block style."""
        indent = " " * column
        self.verbatim = key in ("quote", "text")
        name = self.random.choice([key, key, key, f'"{key}"', f"'{key}'"])
        if self.chance(0.05):
            first, *rest = self.value(value, column, "explicit")
            return [f"{indent}? {name}", f"{indent}:{first}", *rest]
        first, *rest = self.value(value, column, "key")
        return [f"{indent}{name}{' ' if self.chance(0.05) else ''}:{first}", *rest]

    def value(self, value: Any, column: int, after: str) -> list[str]:
        """Gives what follows a colon or a dash, and the lines below it; their parent stands in `column`."""
        if isinstance(value, bool | int):
            return [f" {json.dumps(value)}{self.tail()}"]
        if isinstance(value, str):
            return self.text(value, column)
        if not value or self.chance(0.2):
            return self.flow_lines(value, column)
        if isinstance(value, list):
            start = column + self.random.choice([0, 2, 2, 2, 4]) if after == "key" else column + 2
            lines = [self.tail()]
            for one in value:
                lines += self.between(start)
                dash = " " * start + "-"
                if isinstance(one, dict) and self.chance(0.8):
                    lines += self.entry(one, start)
                else:
                    first, *rest = self.value(one, start, "dash")
                    lines += [dash + first, *rest]
            return lines
        start = column + self.random.choice([1, 2, 2, 3, 4])
        lines = [self.tail()]
        for key, one in value.items():
            lines += self.between(start) + self.pair(key, one, start)
        return lines

    def entry(self, value: dict[str, Any], start: int) -> list[str]:
        """Gives a mapping that begins behind its dash."""
        gap = self.random.choice([1, 1, 1, 3])
        column = start + 1 + gap
        lines: list[str] = []
        keys = list(value)
        self.random.shuffle(keys)
        for key in keys:
            lines += (self.between(column) if lines else []) + self.pair(key, value[key], column)
        return [" " * start + "-" + " " * gap + lines[0][column:], *lines[1:]]

    def tail(self) -> str:
        """Gives what may stand at the end of a line."""
        return self.random.choice([" ", "   # told here", " # x"]) if self.comments and self.chance(0.2) else ""

    def text(self, text: str, column: int) -> list[str]:
        """Gives a text in one of the styles of scalars."""
        simple = text.replace("-", "").replace("_", "").isalnum() and text.isascii()
        style = self.random.choice(
            ["double", "single", "folded", "folded", "literal", *(["plain"] * 4 if simple else [])]
        )
        if "\u2028" in text and style in ("single", "plain"):
            style = "double"
        if style == "plain":
            return [f" {text}{'' if self.verbatim else self.tail()}"]
        if style == "double":
            return [f" {self.quoted(text)}{self.tail()}"]
        if style == "single":
            quoted = text.replace("'", "''")
            return [f" '{quoted}'{self.tail()}"]
        step = self.random.choice([1, 2, 4])
        indent = " " * (column + step)
        indicator = str(step) if self.chance(0.2) else ""
        head = f" {'>' if style == 'folded' else '|'}" + self.random.choice([f"-{indicator}", f"{indicator}-"])
        words = text.split(" ")
        lines = [" ".join(words)]
        if style == "folded" and len(words) > 3:
            lines = [" ".join(words[:3]), " ".join(words[3:])]
        return [head + self.tail(), *(indent + line for line in lines), *([""] if self.chance(0.2) else [])]

    def quoted(self, text: str) -> str:
        """Gives a text in double quotes, some characters as escapes."""
        escape = self.chance(0.5) and max(text) <= "\uffff"
        return json.dumps(text, ensure_ascii=escape)

    def flow_lines(self, value: Any, column: int) -> list[str]:
        """Gives a collection in flow style, on one line or on several."""
        several = bool(value) and self.chance(0.5)
        text = self.flow(value, column + 2, several)
        first, *rest = text.split("\n")
        lines = [f" {first}", *rest]
        return [*lines[:-1], lines[-1] + self.tail()]

    def flow(self, value: Any, column: int, several: bool) -> str:
        """Gives a value in flow style."""
        if isinstance(value, bool | int):
            return json.dumps(value)
        if isinstance(value, str):
            plain = value.replace("-", "").replace("_", "").isalnum() and value.isascii() and self.chance(0.6)
            return value if plain else self.quoted(value)
        deeper = column + 2
        if isinstance(value, dict):
            parts = [
                f"{key}: {self.quoted(one) if key in ('quote', 'text') else self.flow(one, deeper, several)}"
                for key, one in value.items()
            ]
        else:
            parts = [self.flow(one, deeper, several) for one in value]
        begin, end = ("{", "}") if isinstance(value, dict) else ("[", "]")
        comma = "," if parts and self.chance(0.2) else ""
        if not several:
            return begin + ", ".join(parts) + comma + end
        comment = " # in between" if self.comments and self.chance(0.3) else ""
        between = ",\n" + " " * deeper
        body = between.join(parts)
        return f"{begin}\n{' ' * deeper}{body}{comma}{comment}\n{' ' * column}{end}"


def record_of(random: Random) -> dict[str, Any]:
    """Gives a status file as plain values: no update, or some, and perhaps a closing and a response."""
    record: dict[str, Any] = {
        "recommendation": "tr-2024-01",
        "updates": [_update(random) for _ in range(random.choice([0, 1, 1, 2, 3]))],
    }
    if random.random() < 0.2:
        record["closed"] = {"date": "2024-12-01", "reason": "superseded", "summary": _text(random)}
    if random.random() < 0.2:
        record["response"] = {"response": "noted", "date": "2024", "source": "gov-2024", "quote": _text(random)}
    return record


def _update(random: Random) -> dict[str, Any]:
    update: dict[str, Any] = {
        "date": random.choice(["2024-06-24", "2024-06", "2024"]),
        "implementation": random.choice(["not_implemented", "partly_implemented", "implemented"]),
        "basis": "issuing_body",
    }
    maybe: dict[str, Callable[[], Any]] = {
        "covers": lambda: random.choice(["2023", {"from": "2023-04-01", "to": "2024-03-31"}]),
        "summary": lambda: _text(random) + random.choice(["", "", "\u2028x"]),
        "alternative": lambda: {"implementation": "not_assessed", "because": _text(random)},
        "searched": lambda: ["tr-2024", "gov-2024"],
        "evidence": lambda: [_evidence(random) for _ in range(random.choice([0, 1, 2, 3]))],
        "applies_to": lambda: random.choice([[], ["tr-2023-01"], ["tr-2023-01", "tr-2023-02"]]),
    }
    for key, make in maybe.items():
        if random.random() < 0.5:
            update[key] = make()
    return update


def _evidence(random: Random) -> dict[str, str]:
    return {"source": "tr-2024", "place": random.choice(["Prevention", "Part 1: on labor"]), "quote": _text(random)}


def _text(random: Random) -> str:
    words = [random.choice(_WORDS) for _ in range(random.choice([1, 3, 8, 30]))]
    return " ".join(words)
