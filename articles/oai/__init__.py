"""The OAI-PMH 2.0 repository (www.openarchives.org/OAI/openarchivesprotocol.html)."""
