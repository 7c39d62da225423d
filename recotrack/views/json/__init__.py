"""JSON: every result as one object with `schema_version` at its head."""
