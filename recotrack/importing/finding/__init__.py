"""The list of recommendations in a text, found by evidence: headings, marks, and what reads as a demand."""
