"""The nashra command: thin words over the rooms' functions."""
