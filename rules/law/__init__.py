"""The law as dated, sourced data: the rule book and what a file of it must hold."""
