"""The oracle: invented editorial acts, after each of which every stored page has to equal a fresh render."""
