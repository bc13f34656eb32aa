"""Language editions and their facts: direction, digits, calendar, time zone, regions, menus."""
