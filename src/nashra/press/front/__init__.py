"""The door readers come through: answers from the store, asks for a page only when there is none. No Django."""
