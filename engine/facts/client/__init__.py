"""Facts about app clients: lifetimes, scopes, redirect URLs, secrets."""
