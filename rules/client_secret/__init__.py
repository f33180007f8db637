"""Client secret"""
