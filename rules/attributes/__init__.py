"""Attribute permissions"""
