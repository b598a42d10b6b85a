"""Words in, whether and where they really stand in a review out."""
