"""Documents in, a library that can be searched out."""
