"""A question in, the facts that it wants out, and what a sentence has to say to state them."""
