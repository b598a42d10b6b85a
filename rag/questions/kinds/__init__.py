"""A question in, whether it is of a kind that has an answer of its own out."""
