"""Everything a reader's browser gets: views, templates, components, styles, scripts."""
