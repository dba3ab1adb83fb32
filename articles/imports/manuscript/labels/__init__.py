"""The labels by which a manuscript names its parts: “Abstract”, “Түйін сөздер”, “УДК”."""
