"""A question in, the names of reviews, places, people and years that stand in it out."""
