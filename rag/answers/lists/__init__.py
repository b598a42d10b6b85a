"""A question for units of some kind in, the list of them out."""
