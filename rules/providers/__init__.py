"""Identity providers' own settings

Details that are missing or rejected, attributes that the pool lacks, and required ones that nothing fills.
"""
