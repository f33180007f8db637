"""Identity providers"""
