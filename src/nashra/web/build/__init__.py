"""From models to shapes: what a page needs is asked for here, in few queries, before any template is touched."""
