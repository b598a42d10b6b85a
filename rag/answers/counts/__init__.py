"""A question how many in, the number out with what was counted."""
