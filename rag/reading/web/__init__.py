"""A web page in, the lines that a person sees on it out."""
