"""A question for one unit in, the unit out."""
