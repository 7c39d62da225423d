"""`update --dry-run`: what would be written, as a unified diff."""

from difflib import unified_diff

from recotrack.views.paint import Paint
from recotrack.views.text import visible


def diff_text(before: bytes | None, after: bytes, path: str, paint: Paint) -> str:
    """Gives the change of a file as a unified diff.

    It is for reading: line ends and a missing last one are not shown, and characters that do
    not show are escaped. Of a plain file git can apply it.
    """
    old = [] if before is None else before.decode("utf-8", "replace").splitlines()
    new = after.decode("utf-8", "replace").splitlines()
    names = ("/dev/null" if before is None else f"a/{path}", f"b/{path}")
    lines = []
    for line in unified_diff(old, new, *names, lineterm=""):
        shown = visible(line)
        added = line.startswith("+") and not line.startswith("+++")
        removed = line.startswith("-") and not line.startswith("---")
        lines.append(paint.green(shown) if added else paint.red(shown) if removed else shown)
    return "\n".join(lines) + "\n" if lines else ""
