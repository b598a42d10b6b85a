"""A question in, whose the units are that it asks for, and what they are about, out."""
