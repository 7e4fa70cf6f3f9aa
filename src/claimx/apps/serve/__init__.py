"""The web page and the HTTP API: ``claimx serve``. Needs the extra ``serve``.

``app`` puts the application together; ``workers`` runs ``tasks`` in processes of their own, so that the
server answers while texts are read; ``api`` and ``page`` are the routes, ``body`` and ``headers`` what every
request goes through. Texts are never logged, and nothing of them is kept.
"""
