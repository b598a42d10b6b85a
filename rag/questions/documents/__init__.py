"""A question and the names in it in, the documents that it means out."""
