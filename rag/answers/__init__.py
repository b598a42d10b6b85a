"""What is asked for in, checked statements with their citations out."""
