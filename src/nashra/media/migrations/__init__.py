"""Migrations of the media room."""
