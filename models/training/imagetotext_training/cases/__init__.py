"""Our evaluation pictures: faces, texts, layouts, colours and damage that training never sees.

Nothing here is shared with the sheets of training but the alphabet and the list of what is held out.
"""
