"""Where text comes from and goes to: YAML, the work tree, git revisions, documents."""
