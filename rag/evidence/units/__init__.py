"""What a question asks for in, the units of the documents out: by name, by owner, by topic."""
