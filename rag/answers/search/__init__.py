"""A question that nothing else answers in, what a search finds for it out."""
