"""The process in which a document is read: it has limits, and tells its parent in JSON what it found.

    python -m recotrack.importing.child < DOCUMENT

Before the document a line of JSON tells what is asked for.
"""

import json
import sys

from recotrack.importing.documents.errors import DocumentError
from recotrack.importing.documents.reading import read_document
from recotrack.importing.finding.finding import find_in
from recotrack.importing.profile import Layout, Profile

MEMORY = 1536 * 1024 * 1024


def main() -> None:
    """Reads a document from standard input, and writes its list, or what keeps it from being read."""
    # The parent has sent all it will send; what it holds is at most 20 MiB.
    asked, _, data = sys.stdin.buffer.read().partition(b"\n")
    wanted = json.loads(asked)
    _limit(wanted["seconds"])
    try:
        answer = found_in(data, wanted)
    except DocumentError as error:
        answer = {"error": str(error)}
    except MemoryError:
        answer = {"error": "reading it takes more memory than any report needs; it is not read"}
    except RecursionError:
        answer = {"error": "it is nested deeper than any report is; it is not read"}
    sys.stdout.write(json.dumps(answer))


def found_in(data: bytes, wanted: dict[str, object]) -> dict[str, object]:
    """Gives what is found in a document, as plain values.

    Args:
        data: the bytes of the document.
        wanted: `profile` as plain values; `text` asks for the text alone.
    """
    given = wanted.get("profile")
    profile = _profile(given) if isinstance(given, dict) else Profile()
    read = read_document(data, profile.encoding)
    if wanted.get("text"):
        return {"text": read.text, "kind": read.kind}
    place, found = find_in([read.text, *read.others], profile)
    text = [read.text, *read.others][place]
    return {
        "kind": read.kind,
        "head": text[:20_000],
        "items": [item._asdict() for item in found.items],
        "layout": found.layout,
        "because": found.because,
        "left_out": [one._asdict() for one in found.left_out],
        "notes": [*read.notes, *found.notes, *(["its pages have columns, which were put in order"] if place else [])],
        "cut": found.cut,
    }


def _profile(given: dict[str, object]) -> Profile:
    def words(name: str) -> tuple[str, ...]:
        value = given.get(name) or ()
        return tuple(map(str, value)) if isinstance(value, list | tuple) else ()

    layout = given.get("layout")
    encoding = given.get("encoding")
    return Profile(
        words("heading"),
        words("bullet"),
        words("end"),
        Layout(str(layout)) if layout else None,
        str(encoding) if encoding else None,
    )


def _limit(seconds: int) -> None:
    """Takes away what a document could use to do harm: memory, time, files."""
    try:
        import resource
    except ImportError:  # Not on Windows: there the parent's clock alone ends it.
        return
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    main()
