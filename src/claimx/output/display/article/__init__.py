"""One article with its claims, to look at: a self-contained HTML page without network.

``page`` makes the page and the view inside it: ``marked_text`` (``segments`` cuts the text where claims and
marks begin and end), ``panel`` with ``charts``, and ``view_data``, from which ``script.js`` builds the cards
and ``filters.js`` the list: as HTML they would weigh ten times the article. ``notebook`` is for notebooks.
"""
