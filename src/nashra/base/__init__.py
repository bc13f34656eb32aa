"""Pure functions and small value types every room may use; no Django."""
