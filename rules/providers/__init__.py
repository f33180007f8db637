"""Identity providers' own settings"""
