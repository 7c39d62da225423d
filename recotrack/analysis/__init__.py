"""Pure functions over a register: lineage, standing, comparison, review, checks."""
