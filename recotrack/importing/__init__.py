"""A document's bytes to its text, the list of recommendations in it, and drafts of records."""
