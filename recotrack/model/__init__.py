"""What things are: terms, records, registers and diagnostics. Frozen, standard library alone."""
