"""Attribute permissions

Attributes that the pool lacks, or that a client cannot write or must not.
"""
