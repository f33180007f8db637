"""The user pool"""
