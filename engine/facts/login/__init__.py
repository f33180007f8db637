"""Facts about how users sign in: identity providers and login pages."""
