"""A question about a document's card, the library or the tool in, its answer out."""
