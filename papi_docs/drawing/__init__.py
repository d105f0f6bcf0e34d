"""Draws the shipped templates from the decree's table and the house's layout.

``python -m papi_docs.drawing templates`` writes them. A district restyles its own copies in Word;
nothing here runs when papers are made.
"""
