"""The OAuth switch and its flows

Settings that contradict the switch or have no effect, and flows that exclude each other or lack something.
"""
