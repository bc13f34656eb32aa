"""The verbs that change stories and the tree they stand in, one a module."""
