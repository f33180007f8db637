"""Login pages: domain, branding, classic UI

Domains and certificates that are rejected, managed login without its tier, and styles without a client or a domain.
"""
