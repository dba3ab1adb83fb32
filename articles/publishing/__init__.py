"""What readers see: release, publication, correction, retraction, withdrawal."""

from .publication import Blocked, publish_article, retract_article, withdraw_article
from .release import release

__all__ = ["Blocked", "publish_article", "release", "retract_article", "withdraw_article"]
