"""Which deployments a template can make, and how values look in each."""
