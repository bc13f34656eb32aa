"""Formats of news: pure functions between bytes and `NewsItem`. No Django, no files, no network."""
