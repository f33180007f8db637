"""Scopes"""
