"""Facts about user pools and what is attached to them."""
