"""Migrations of the stories room."""
