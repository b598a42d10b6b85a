"""A file in, a document with its own structure and description out."""
