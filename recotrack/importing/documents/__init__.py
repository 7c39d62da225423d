"""Bytes of a document as it was found to plain text: text files, web pages, PDF."""
