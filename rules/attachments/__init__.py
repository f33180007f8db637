"""Attachments of the user pool"""
