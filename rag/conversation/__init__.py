"""A turn and those before it in, the turn with all that it leaves unsaid out."""
