"""Monitoring: health, readiness, metrics, logs, error reports (docs/monitoring.md)."""
