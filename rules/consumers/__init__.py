"""Who uses the client"""
