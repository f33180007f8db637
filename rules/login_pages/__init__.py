"""Login pages: domain, branding, classic UI

Domains, certificates and styles that are rejected, managed login without its tier, styles without a client or a domain, and terms
documents that no page shows.
"""
