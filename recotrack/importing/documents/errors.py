"""What keeps a document from being read."""


class DocumentError(Exception):
    """A document that cannot be read; the message says why, and what to do."""
