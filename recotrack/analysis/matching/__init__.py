"""Matching: which recommendations of two lists make the same demand, and how sure that is.

Lexical and explainable: what two texts share is weighed by how rare it is in a body of
recommendations, clause by clause, beside the actions, matters and people that they name and the
company that their words keep; a small model that was fitted on labelled lists turns that into a
score.
"""
