"""Public pages read from a replica of the database, if REPLICA_URL names one (docs/scale.md).

Whatever is written, and whatever somebody who is signed in reads, stays with the primary server.
"""

PRIMARY, REPLICA = "default", "replica"  # names in DATABASES
