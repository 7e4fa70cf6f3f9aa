"""The bundled French model: language, tokenizer, network, and the components that correct its output."""
