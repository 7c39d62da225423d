"""Located nodes: what a YAML file says, with the place of every word of it.

Scalars stay text; the shapes of the records type them. Named tuples rather than data
classes, here and in `records`: they are as frozen, and a class of them is made in a seventh
of the time, which every start of the command line pays.
"""

from typing import NamedTuple


class Position(NamedTuple):
    """A place in a file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class ScalarNode(NamedTuple):
    """A scalar as written.

    `plain` where it stands without quotes and not as a block; `commented` where a comment
    follows a plain one on its line, which may be the rest of a text.
    """

    text: str
    line: int
    column: int
    plain: bool
    commented: bool = False


class SequenceNode(NamedTuple):
    """A list of nodes."""

    items: list["Node"]
    line: int
    column: int


class MappingNode(NamedTuple):
    """A mapping: its keys in the order written, each with its own node and its value's."""

    entries: dict[str, tuple[ScalarNode, "Node"]]
    line: int
    column: int


type_names = {ScalarNode: "text", SequenceNode: "a list", MappingNode: "a mapping"}

Node = ScalarNode | SequenceNode | MappingNode


class Origin(NamedTuple):
    """Where a record comes from: a file and the node it was read from."""

    path: str
    node: Node

    def at(self, *steps: str | int) -> Position:
        """Gives the place of a part of the record.

        Args:
            steps: keys and list indices that lead from the record to the part. Where the
                way ends early (a key that is not written), the last part found is meant.

        Returns:
            The place where that part begins.
        """
        node = self.node
        for step in steps:
            if isinstance(node, MappingNode) and isinstance(step, str) and step in node.entries:
                node = node.entries[step][1]
            elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                break
        return Position(self.path, node.line, node.column)
