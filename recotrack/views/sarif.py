"""SARIF 2.1.0, the Static Analysis Results Interchange Format (OASIS standard), of diagnostics."""

import json
from typing import Any
from urllib.parse import quote

from recotrack import __version__
from recotrack.model.diagnostics import Diagnostic
from recotrack.views.text import visible


def check_sarif(diagnostics: tuple[Diagnostic, ...], prefix: str = "") -> str:
    """Gives a log of one run; `prefix` leads from the repository's top to the register."""
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    driver = {"name": "recotrack", "version": __version__, "rules": [{"id": code} for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, codes.index(diagnostic.code), prefix) for diagnostic in diagnostics],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _result(diagnostic: Diagnostic, rule: int, prefix: str) -> dict[str, Any]:
    hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": str(diagnostic.severity),
        "message": {"text": visible(diagnostic.message + hint)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote((prefix + diagnostic.path).encode("utf-8", "surrogateescape"))},
                    "region": {"startLine": diagnostic.line, "startColumn": diagnostic.column},
                }
            }
        ],
    }
