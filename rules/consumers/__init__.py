"""Who uses the client

Load balancers, identity pools and agent gateways that name a pool or a client in a way that does not work.
"""
