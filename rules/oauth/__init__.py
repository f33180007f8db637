"""The OAuth switch and its flows"""
