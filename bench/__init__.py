"""Measurements: each prints what it ran against and the ratio to its yardstick in the same run."""
