"""Source text in, the text repaired for a reader and its map out."""
