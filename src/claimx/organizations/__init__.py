"""Who an organisation's mention stands for: the list, the mentions by name, the names, the anaphora.

``gazetteer`` knows names, ``mentions`` finds them in a Tree, ``evidence`` decides doubtful ones,
``entities`` checks those of the model, ``plausibility`` weighs what speaks for them, ``patterns`` and
``surroundings`` find those that other words announce, ``naming`` puts the mentions of one organisation
together, ``nominals`` ("la startup") and ``pronouns`` ("qui", "elle") resolve what stands for a name. The
component ``claimx_organizations`` calls them in this order.
"""
