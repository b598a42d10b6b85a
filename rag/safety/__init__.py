"""What a person typed in, a danger, an identity or an order to the machine out: first of all."""
