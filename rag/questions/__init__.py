"""What a person types in, what it asks for out."""
