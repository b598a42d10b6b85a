"""What a question asks for in, the sentences that answer it out, and how sure that is."""
