"""Token lifetimes"""
