"""What a question looks like in, the form and the scope of the answer that it wants out."""
