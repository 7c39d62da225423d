"""Files into a register: each is read, decoded by its place and tied to what it belongs to."""

from collections.abc import Sequence
from typing import Any

from recotrack.model.diagnostics import Diagnostic, fault, in_order
from recotrack.model.kinds import Shape
from recotrack.model.nodes import Position
from recotrack.model.records import Settings
from recotrack.model.register import Register
from recotrack.model.shapes import MATTER, METRIC, RECOMMENDATION, SETTINGS, SOURCE, STATUS
from recotrack.model.suggestions import did_you_mean
from recotrack.store.decode import decode, is_id
from recotrack.store.reader import read
from recotrack.store.tree import FOLDERS, ROOT_FILE, StoredFile, Tree

_DEPTHS = {"figures": 1, "sources": 1, "recommendations": 2, "status": 2}
"""How many names lead from a folder to a record: `sources/ID`, `status/SOURCE/NUMBER`."""


def load(tree: Tree, folders: Sequence[str] = FOLDERS) -> Register:
    """Loads a register.

    Args:
        tree: where its files are.
        folders: which of its folders to read.

    Returns:
        The register. Files with a fault are left out and their diagnostics stand in
        `Register.faults`, in order of path; loading never stops at the first.
    """
    loader = Loader()
    for file in tree.files(folders):
        loader.take(file)
    return loader.finish()


def load_alone(path: str, data: bytes | None) -> Register | None:
    """Loads one record by itself, tied to nothing.

    Args:
        path: the file's path; its last names tell what it holds, wherever the register begins.
        data: what the file holds; None where there is none.

    Returns:
        A register of that record, or of none; None where no record lies at such a path.
    """
    names = path.split("/")
    for folder, depth in _DEPTHS.items():
        if len(names) > depth and names[-depth - 1] == folder and path.endswith(".yaml"):
            loader = Loader()
            if data is not None:
                loader.take(StoredFile("/".join(names[-depth - 1 :]), data))
            return loader.untied()
    return None


class Loader:
    """Takes files one by one, and ties what they hold to a register at the end.

    `records` are what was taken so far, by kind and id.
    """

    def __init__(self) -> None:
        self.faults: list[Diagnostic] = []
        self.settings = Settings()
        self.unreadable: set[str] = set()
        self.records: dict[str, dict[str, Any]] = {
            name: {} for name in ("source", "recommendation", "status", "matter", "metric")
        }

    def take(self, file: StoredFile) -> None:
        """Takes a file."""
        folder, *names = file.path.removesuffix(".yaml").split("/")
        if file.fault is not None:
            self.faults.append(file.fault)
            if file.path == ROOT_FILE:
                self.unreadable.add("recotrack")
            elif len(names) == _DEPTHS.get(folder):
                shape, _, expected = _expected(folder, *names)
                if shape is not STATUS:
                    self.unreadable.add(expected)
            return
        if file.path == ROOT_FILE:
            self._take_settings(file)
            return
        if not file.path.endswith(".yaml") or len(names) != _DEPTHS.get(folder):
            self._stray(file.path)
            return
        shape, key, expected = _expected(folder, *names)
        if folder in ("sources", "recommendations") and names[0] == "matters":
            hint = "status/matters/ holds matters: give the source another id"
            self.faults.append(fault("bad-id", Position(file.path), "`matters` cannot be the id of a source", hint))
            return
        if not all(map(is_id, names)):
            hint = "names of folders and files are ids: a-z, 0-9, `.`, `_`, `-`"
            self.faults.append(fault("bad-id", Position(file.path), "the path cannot be that of a record", hint))
            return
        if shape in (RECOMMENDATION, STATUS) and not _is_number(names[-1]):
            hint = "name it by its number in two digits or more: 07.yaml"
            self.faults.append(fault("bad-file-name", Position(file.path), f"`{names[-1]}.yaml` is not a number", hint))
            return
        record = self._decoded(file, shape)
        if record is None:
            if shape is not STATUS:
                self.unreadable.add(expected)
            return
        written = getattr(record, key)
        if written != expected:
            message = f"`{key}` is {written}, but its path says {expected}"
            self.faults.append(fault("id-not-path", record.origin.at(key), message, "rename the file or mend the id"))
            if shape is not STATUS:
                self.unreadable.add(expected)
            return
        self.records[shape.name][expected] = record

    def _take_settings(self, file: StoredFile) -> None:
        node, found = read(file.data, file.path)
        self.faults += found
        if node is None and not found:
            return
        values = None
        if node is not None:
            values, found = decode(node, SETTINGS, file.path)
            self.faults += found
        if values is None:
            self.unreadable.add("recotrack")
        else:
            self.settings = values

    def _decoded(self, file: StoredFile, shape: Shape) -> Any:
        node, found = read(file.data, file.path)
        if node is None and not found:
            found = [fault("empty-file", Position(file.path), f"the file is empty where a {shape.name} is wanted")]
        self.faults += found
        if node is None:
            return None
        record, found = decode(node, shape, file.path)
        self.faults += found
        return record

    def _stray(self, path: str) -> None:
        hint = "records end in .yaml; see the table of files in the README"
        name = path.rpartition("/")[2]
        if name.endswith((".yaml", ".yml", ".YAML", ".YML")):
            message = "a YAML file where no record is looked for"
            self.faults.append(fault("misplaced-file", Position(path), message, hint))
        elif not name.lower().startswith("readme"):
            self.faults.append(fault("stray-file", Position(path), "not a record; it is passed over", hint))

    def untied(self) -> Register:
        """Gives what was taken as it is, also records whose source or recommendation is missing."""
        source, recommendation, status, matter, metric = self.records.values()
        faults, unreadable = in_order(self.faults), frozenset(self.unreadable)
        return Register(self.settings, source, recommendation, status, matter, faults, unreadable, metric)

    def finish(self) -> Register:
        """Gives the register."""
        self.records = {name: dict(sorted(records.items())) for name, records in self.records.items()}
        sources = self.records["source"]
        recommendations = {}
        for id, record in self.records["recommendation"].items():
            if record.source in sources:
                recommendations[id] = record
                continue
            # What belongs to a record with a fault of its own is left out without another.
            self.unreadable.add(id)
            if record.source not in self.unreadable:
                message = f"the source {record.source} is not in the register"
                hint = did_you_mean(record.source, sources) or f"add sources/{record.source}.yaml"
                self.faults.append(fault("missing-source", record.origin.at("source"), message, hint))
        statuses = {}
        for id, record in self.records["status"].items():
            if id in recommendations:
                statuses[id] = record
            elif id not in self.unreadable:
                message = f"the recommendation {id} is not in the register"
                hint = did_you_mean(id, recommendations) or "add the recommendation, or remove the status file"
                self.faults.append(fault("missing-recommendation", record.origin.at("recommendation"), message, hint))
        return Register(
            self.settings,
            sources,
            recommendations,
            statuses,
            self.records["matter"],
            in_order(self.faults),
            frozenset(self.unreadable),
            self.records["metric"],
        )


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdigit() and 2 <= len(name) <= 5


def _expected(folder: str, first: str, second: str = "") -> tuple[Shape, str, str]:
    """Gives shape, key and value that a path demands."""
    if folder == "sources":
        return SOURCE, "id", first
    if folder == "figures":
        return METRIC, "metric", first
    if folder == "recommendations":
        return RECOMMENDATION, "id", f"{first}-{second}"
    if first == "matters":
        return MATTER, "id", second
    return STATUS, "recommendation", f"{first}-{second}"
