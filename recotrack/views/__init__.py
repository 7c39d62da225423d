"""Renderings of results: terminal, JSON, Markdown, JSON Schema. Pure functions to text."""
