"""Login pages: domain, branding, classic UI"""
