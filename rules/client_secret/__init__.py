"""Client secret

A secret that is not generated where it is needed, or that anybody can read.
"""
