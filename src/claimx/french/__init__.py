"""The bundled French model: language, tokenizer, network, and the components that correct what it says."""
