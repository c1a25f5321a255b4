"""Figures of single municipalities that stand in the prose."""
