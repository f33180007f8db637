"""Facts about what uses an app client or its tokens: load balancers, identity pools, agent gateways."""
