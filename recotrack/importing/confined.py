"""A document read in a process of its own, which is ended where it takes too long."""

import json
import subprocess
import sys
from typing import Any

from recotrack.importing.documents.errors import DocumentError
from recotrack.importing.documents.page import looks_like_page

MAX_BYTES = 20 * 1024 * 1024
MAX_TABLE_BYTES = 32 * 1024 * 1024
"""Tables are larger than documents, and are read without unfolding anything."""

SECONDS = 10
"""How long a text or a web page may take to be read."""

PDF_SECONDS = 60
"""How long a PDF may."""


def document_text(data: bytes) -> str:
    """Gives the text of a document: of a text file as it stands, of others as they are read.

    Raises:
        ValueError: it cannot be read.
    """
    if data[:1024].lstrip().startswith(b"%PDF") or looks_like_page(data):
        try:
            return str(read_confined(data, {"text": True})["text"])
        except DocumentError as error:
            raise ValueError(str(error)) from None
    return data.decode("utf-8-sig")


def read_confined(data: bytes, wanted: dict[str, Any]) -> dict[str, Any]:
    """Reads a document in a child process with limits.

    Args:
        data: its bytes, at most `MAX_BYTES`.
        wanted: what is asked for; see `child`.

    Returns:
        What the child found.

    Raises:
        DocumentError: it cannot be read within the limits; one clear line says why.
    """
    if len(data) > MAX_BYTES:
        raise DocumentError(f"it is over {MAX_BYTES // 1024 // 1024} MiB; cut out the part on the country")
    seconds = PDF_SECONDS if data[:1024].lstrip().startswith(b"%PDF") else SECONDS
    # -I: nothing of the environment or of the current folder is imported.
    command = [sys.executable, "-I", "-m", "recotrack.importing.child"]
    try:
        run = subprocess.run(
            command,
            input=json.dumps({**wanted, "seconds": seconds}).encode("utf-8") + b"\n" + data,
            capture_output=True,
            timeout=seconds + 1,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise DocumentError(
            f"reading it takes more than {seconds} seconds, as no report does; it is not read"
        ) from None
    try:
        answer = json.loads(run.stdout)
    except ValueError:
        raise DocumentError(_ended(run.returncode, run.stderr)) from None
    if not isinstance(answer, dict):
        raise DocumentError(_ended(run.returncode, run.stderr))
    if "error" in answer:
        raise DocumentError(str(answer["error"]))
    return answer


def _ended(code: int, told: bytes) -> str:
    if b"MemoryError" in told:
        return "reading it takes more memory than any report needs; it is not read"
    if code < 0:
        return "reading it was ended: it takes more time or memory than any report needs"
    last = told.decode("utf-8", "replace").strip().splitlines()
    return f"it cannot be read ({last[-1][:120] if last else f'exit code {code}'})"
