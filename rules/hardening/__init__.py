"""Pool reference, hardening, analytics"""
