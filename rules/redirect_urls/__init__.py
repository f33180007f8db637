"""Redirect URLs"""
