"""Small, honest things to test with, one module a room."""
