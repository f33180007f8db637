"""Which scenarios a template can make, and how values look in each."""
