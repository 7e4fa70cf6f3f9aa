"""One article with its claims, to look at: a self-contained HTML page without network.

``page.article_page`` makes the page, ``segments`` cuts the text where claims and marks begin and end,
``cards`` says why a claim has its level, ``charts`` draws amounts and dates. Plain SVG, CSS and a little
JavaScript without a framework: the page opens from a file, is printed, and works without script too.
"""
