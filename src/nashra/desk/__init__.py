"""Editorial work: rights, checks before publication, the desk's screens."""
