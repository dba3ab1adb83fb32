"""OAI-PMH 2.0: what harvesters are given (www.openarchives.org/OAI/openarchivesprotocol.html)."""
