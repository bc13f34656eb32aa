"""One module for each word."""
