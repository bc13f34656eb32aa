"""Nashra: a newsroom in a box."""
