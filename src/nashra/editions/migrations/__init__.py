"""Migrations of the editions room."""
