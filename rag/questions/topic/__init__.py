"""A question in, the topic that it is about, word by word, out."""
