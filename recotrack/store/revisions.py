"""Git revisions: the files of a register as a commit holds them, read without a checkout.

The repository may be hostile (a pull request from a stranger). So revisions are resolved
before use and never passed on as words, git runs without the configuration that starts
programs, nothing is fetched, sizes and modes are known before a blob is read, and a bare
repository inside the work tree is not taken for one.
"""

import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")  # else a machine without git ends in an ImportError

import git

from recotrack.model.diagnostics import fault
from recotrack.model.nodes import Position
from recotrack.store.reader import MAX_BYTES, too_large
from recotrack.store.tree import FOLDERS, ROOT_FILE, StoredFile

_OPTIONS = (
    "-c", "core.fsmonitor=false",
    "-c", "core.hooksPath=/dev/null",
    "-c", "safe.bareRepository=explicit",
    "-c", "protocol.allow=never",
)  # fmt: skip
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "",  # unlike protocol.allow it cannot be taken back by the repository's protocol.ext.allow
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "LC_ALL": "C",
}


_OF_ANOTHER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_NAMESPACE")
"""Variables that hooks set and that would name another repository than the one the register lies in."""

_BATCH_BYTES = 32 * 1024 * 1024
_BATCH_FILES = 1000


class RevisionError(Exception):
    """A revision that cannot be read; the message is for people."""


class _FailedError(RevisionError):
    """What git refused, and the status it ended with."""

    def __init__(self, message: str, status: object) -> None:
        super().__init__(message)
        self.status = status


class Commit(NamedTuple):
    """A resolved commit: its full id, and what it was asked for as."""

    sha: str
    name: str


class Logged(NamedTuple):
    """One commit as the log tells it; `parent` is None for the first. The date is ISO 8601."""

    sha: str
    parent: str | None
    author: str
    date: str
    subject: str


class Repository:
    """The git repository that a register lies in."""

    def __init__(self, root: Path) -> None:
        """Finds the repository of a register.

        Args:
            root: the folder of the register.

        Raises:
            RevisionError: there is no repository, or no git.
        """
        for name in _OF_ANOTHER:
            os.environ.pop(name, None)
        self._git = git.Git(str(root))
        try:
            self._prefix = os.fsdecode(self._run(["rev-parse", "--show-prefix"])).removesuffix("\n")
        except RevisionError as error:
            raise RevisionError(f"{root.name or root} is not in a git repository ({error})") from None

    def resolve(self, revision: str) -> Commit:
        """Gives the commit that a revision names.

        Raises:
            RevisionError: it names none.
        """
        if revision.startswith("^"):  # git takes it for "not this one", and prints it so
            raise RevisionError(f"`{revision}` names no commit of this repository")
        wanted = f"{revision or 'HEAD'}^{{commit}}"
        try:
            sha = self._text("rev-parse", "--verify", "--quiet", "--end-of-options", wanted).strip()
        except RevisionError:
            raise RevisionError(f"`{revision}` names no commit of this repository") from None
        # Since 2.30 git prints the option itself where it does not know it; take the id alone.
        return Commit(sha.splitlines()[-1], revision or "HEAD")

    def common(self, one: Commit, other: Commit) -> Commit:
        """Gives the commit at which two lines of history parted (their merge base).

        Raises:
            RevisionError: they have none.
        """
        try:
            sha = self._text("merge-base", one.sha, other.sha).strip()
        except RevisionError:
            raise RevisionError(f"{one.name} and {other.name} have no commit in common") from None
        return Commit(sha, f"merge base of {one.name} and {other.name}")

    def log(self, commit: Commit, paths: Sequence[str]) -> list[Logged]:
        """Gives the commits up to one that changed any of some files of the register, oldest first."""
        form = "--format=%H%x00%P%x00%an%x00%aI%x00%s"
        output = self._text(
            "log", "-z", "--reverse", "--no-show-signature", "--no-ext-diff", form, commit.sha, "--", *paths
        )
        found = []
        fields = output.split("\0")
        for at in range(0, len(fields) - 4, 5):
            sha, parents, author, date, subject = fields[at : at + 5]
            found.append(Logged(sha, parents.split(" ")[0] or None, author, date, subject))
        return found

    def came_from(self, logged: Logged, path: str) -> str | None:
        """Gives the path within the register that a file had before a commit renamed it; None where it is new."""
        if logged.parent is None:
            return None
        words = ["diff-tree", "-r", "-M", "--raw", "-z", "--no-ext-diff", "--no-textconv", logged.parent, logged.sha]
        fields = self._run(words).split(b"\0")
        at = 0
        while at + 1 < len(fields):
            renamed = fields[at].rsplit(b" ", 1)[-1][:1] in (b"R", b"C")
            old, new = fields[at + 1], fields[at + 2] if renamed else fields[at + 1]
            if renamed and new == os.fsencode(self._prefix + path):
                return old.removeprefix(os.fsencode(self._prefix)).decode("utf-8", "backslashreplace")
            at += 3 if renamed else 2
        return None

    def differing(self, one: Commit, other: Commit) -> dict[str, tuple[str | None, str | None]]:
        """Gives the files of the register that differ between two commits: by path, the ids of their contents."""
        words = ["diff-tree", "-r", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv"]
        fields = self._run([*words, "--relative", one.sha, other.sha, "--", *FOLDERS, ROOT_FILE]).split(b"\0")
        found: dict[str, tuple[str | None, str | None]] = {}
        for head, path in zip(fields[::2], fields[1::2], strict=False):
            old_mode, new_mode, old, new, _ = head.decode("ascii").lstrip(":").split(" ")
            name = path.decode("utf-8", "backslashreplace")
            if not _hidden(name) and (old != new or old_mode[:3] != new_mode[:3]):
                found[name] = (old if old.strip("0") else None, new if new.strip("0") else None)
        return found

    def mentioning(self, commit: Commit, words: Sequence[str], folders: Sequence[str]) -> set[str]:
        """Gives the paths of files that hold one of some words, or may do so in an escaped spelling.

        Args:
            commit: where to look.
            words: ids and the like: letters, digits, `.`, `_` and `-`.
            folders: folders of the register.
        """
        found: set[str] = set()
        options = ["-l", "-z", "-a", "-E", "--full-name", "--no-color", "--no-textconv", "--no-recurse-submodules"]
        for at in range(0, len(words), 400):
            some = [word.replace(".", "[.]") for word in words[at : at + 400]]
            pattern = "|".join([*some, r"\\[xuU]", "\\\\\r?$"])
            try:
                output = self._run(["grep", *options, "-e", pattern, commit.sha, "--", *folders])
            except _FailedError as error:
                if error.status == 1:
                    continue
                raise
            lead = os.fsencode(f"{commit.sha}:{self._prefix}")
            for name in output.split(b"\0"):
                if name:
                    found.add(name.removeprefix(lead).decode("utf-8", "backslashreplace"))
        return {path for path in found if not _hidden(path)}

    def tree(self, commit: Commit, only: Sequence[str] | None = None) -> "RevisionTree":
        """Gives the files of the register in a commit, or only some of them by path."""
        return RevisionTree(self, commit, only)

    def has_register(self, commit: Commit) -> bool:
        """Tells whether a commit holds the register's `recotrack.yaml`."""
        return any(path == ROOT_FILE for _, _, _, path in self.listed(commit))

    def listed(self, commit: Commit, only: Sequence[str] | None = None) -> list[tuple[str, str, int, str]]:
        """Gives mode, object id, size and path (within the register) of its files in a commit, or of some by path."""
        names = [self._prefix + name for name in (only or (*FOLDERS, ROOT_FILE))]
        output = self._run(["ls-tree", "-r", "-l", "-z", "--full-tree", commit.sha, "--", *names])
        found = []
        for line in output.split(b"\0"):
            if not line:
                continue
            head, _, path = line.partition(b"\t")
            mode, _, sha, size = head.split()
            name = path.removeprefix(os.fsencode(self._prefix)).decode("utf-8", "backslashreplace")
            found.append((mode.decode(), sha.decode(), int(size) if size.isdigit() else 0, name))
        return found

    def blobs(self, shas: list[str]) -> dict[str, bytes]:
        """Gives the contents of blobs by their ids; one that is missing is left out."""
        if not shas:
            return {}
        with tempfile.TemporaryFile() as wanted:
            wanted.write("".join(f"{sha}\n" for sha in shas).encode("ascii"))
            wanted.seek(0)
            output = self._run(["cat-file", "--batch"], cast(BinaryIO, wanted))
        found: dict[str, bytes] = {}
        at = 0
        while at < len(output):
            end = output.index(b"\n", at)
            head = output[at:end].split()
            at = end + 1
            if len(head) == 3 and head[1] == b"blob":
                size = int(head[2])
                found[head[0].decode("ascii")] = output[at : at + size]
                at += size + 1
        return found

    def setting(self, name: str) -> str | None:
        """Gives a setting of the repository itself, or None."""
        try:
            return self._text("config", "--local", "--get", name).removesuffix("\n")
        except RevisionError:
            return None

    def set(self, name: str, value: str | None) -> None:
        """Sets something in the configuration of the repository itself; None takes it out."""
        self._run(["config", "--local", *(["--unset-all", name] if value is None else [name, value])])

    def _text(self, *words: str) -> str:
        return self._run(list(words)).decode("utf-8", "replace")

    def _run(self, words: list[str], istream: BinaryIO | None = None) -> bytes:
        try:
            output = self._git.execute(
                ["git", *_OPTIONS, *words],
                istream=istream,
                stdout_as_string=False,
                strip_newline_in_stdout=False,
                env=_ENVIRONMENT,
            )
        except git.GitCommandNotFound:
            raise RevisionError("git is not installed, or not on the PATH") from None
        except git.GitCommandError as error:
            raise _FailedError(_reason(error), error.status) from None
        assert isinstance(output, bytes)
        return output


class RevisionTree:
    """The files of a register as one commit holds them."""

    def __init__(self, repository: Repository, commit: Commit, only: Sequence[str] | None = None) -> None:
        self._repository = repository
        self._commit = commit
        self._only = only

    def fingerprints(self) -> dict[str, str]:
        """Gives the ids of the contents of the files by path."""
        return {path: sha for _, sha, _, path in self._repository.listed(self._commit) if not _hidden(path)}

    def files(self, folders: Sequence[str] = FOLDERS) -> Iterator[StoredFile]:
        """See `Tree.files`."""
        wanted = {*folders, ROOT_FILE}
        listed = [
            entry
            for entry in self._repository.listed(self._commit, self._only)
            if not _hidden(entry[3]) and entry[3].partition("/")[0] in wanted
        ]
        listed.sort(key=lambda entry: (entry[3] == ROOT_FILE, entry[3]))
        contents: dict[str, bytes] = {}
        batch: frozenset[str] = frozenset()
        for index, (mode, sha, size, path) in enumerate(listed):
            if sha not in batch and mode.startswith("100") and size <= MAX_BYTES:
                batch = frozenset(_batch(listed[index : index + _BATCH_FILES]))
                contents = self._repository.blobs(sorted(batch))
            if not mode.startswith("100"):
                what = "a link" if mode == "120000" else "not a regular file"
                hint = "records are regular files; links are not followed"
                yield StoredFile(
                    path, fault=fault("not-regular-file", Position(path), f"{what} where a record could be", hint)
                )
            elif path in FOLDERS:
                hint = "records are regular files; links are not followed"
                yield StoredFile(
                    path, fault=fault("not-regular-file", Position(path), "not a folder where a record could be", hint)
                )
            elif size > MAX_BYTES:
                yield StoredFile(path, fault=too_large(path))
            elif sha not in contents:
                message = "the commit's object is not in this repository"
                hint = "a partial clone lacks it: fetch it with git first"
                yield StoredFile(path, fault=fault("unreadable", Position(path), message, hint))
            else:
                yield StoredFile(path, contents[sha])


def _batch(listed: list[tuple[str, str, int, str]]) -> list[str]:
    """Gives the blobs to read next, up to a size: a small repository may unfold to gigabytes."""
    chosen: dict[str, None] = {}
    total = 0
    for mode, sha, size, _ in listed:
        if mode.startswith("100") and size <= MAX_BYTES:
            total += size
            if chosen and total > _BATCH_BYTES:
                break
            chosen[sha] = None
    return list(chosen)


def _hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def _reason(error: git.GitCommandError) -> str:
    text = error.stderr.strip()
    if text.startswith("stderr:"):
        text = text.removeprefix("stderr:").strip().strip("'").strip()
    return text.splitlines()[0] if text else f"git ended with {error.status}"
