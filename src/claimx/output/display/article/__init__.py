"""One article with its claims, to look at: a self-contained HTML page without network.

``page`` makes the page and the view inside it: ``marked_text`` (``segments`` cuts the text where claims and
marks begin and end), ``panel`` with ``charts``, and a card for each claim, ``cards``. Plain SVG, CSS and a
little JavaScript without a framework: the page opens from a file, is printed, and works without script too.
"""
