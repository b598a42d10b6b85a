"""A question to several reviews in, an answer by review out."""
