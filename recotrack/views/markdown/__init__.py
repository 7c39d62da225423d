"""Markdown, for reports that are committed and for pull requests."""
