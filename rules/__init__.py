"""Values and sentences in, verdicts out. Knows the law; not PDF."""
