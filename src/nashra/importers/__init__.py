"""Whole archives in and out."""
