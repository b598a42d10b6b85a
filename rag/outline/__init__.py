"""The repaired text in, the units that a person would cite out."""
