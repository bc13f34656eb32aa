"""What the stories room announces."""

from django.dispatch import Signal

story_saving = Signal()
"""A story is about to be saved, inside the transaction. ``story``: as it will be."""

story_saved = Signal()
"""A story has been saved with all that hangs on it, inside the transaction. ``story``: as it is now."""
