"""A question in, which units of the documents it asks for, whose they are, and how it asks for
them, out."""
