"""What was found in, an answer of checked words out, or a typed refusal."""
