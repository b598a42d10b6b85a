"""Words of a unit in, their citation out: reference, link, and who is speaking."""
