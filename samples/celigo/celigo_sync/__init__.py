"""Runs flows of an integrator.io account and collects their errors."""
