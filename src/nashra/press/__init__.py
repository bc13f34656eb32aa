"""Finished pages: keys, store, front, journal, mirror. Knows nothing of stories."""
