"""Our evaluation pictures: fonts, texts, layouts, colours and damage that training never sees.

This package shares with training only the alphabet, the held-out fonts and texts, and the start of Chromium.
"""
