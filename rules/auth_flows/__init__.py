"""Auth flows and refresh token rotation"""
