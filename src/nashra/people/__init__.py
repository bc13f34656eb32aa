"""Staff accounts with rights in editions; the public bylines readers see."""
