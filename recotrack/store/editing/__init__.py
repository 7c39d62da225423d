"""Records changed as text: what is there stays as it is, and what comes in is spliced between."""
