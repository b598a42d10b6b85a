"""A question for one fact in, the words that state it out."""
