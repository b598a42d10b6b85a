"""A question in, whether it is one to the library, to its cards or to nobody here, out."""
