"""Commands of the stories room."""
