"""Words in, what they are out: terms, numbers, phrases. Each word stands once, as data."""
