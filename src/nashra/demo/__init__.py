"""The demo newsroom: its content in three languages and the code that sets it up."""
