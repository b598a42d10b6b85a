"""Short questions in English and in other languages, and what is no question at all: files of
lines, and the shares of them that are read."""
