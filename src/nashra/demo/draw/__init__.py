"""The code that draws the demo newsroom's pictures and clips; run by hand, never by the product."""
