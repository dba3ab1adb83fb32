"""Tables of LaTeX: commands that are signs, commands that change the look, accents."""

from __future__ import annotations

TABLE = """
alpha α  beta β  gamma γ  delta δ  epsilon ε  varepsilon ε  zeta ζ  eta η  theta θ  vartheta ϑ
iota ι  kappa κ  lambda λ  mu μ  nu ν  xi ξ  pi π  rho ρ  sigma σ  tau τ  upsilon υ  phi φ
varphi φ  chi χ  psi ψ  omega ω  Gamma Γ  Delta Δ  Theta Θ  Lambda Λ  Xi Ξ  Pi Π  Sigma Σ  Phi Φ
Psi Ψ  Omega Ω  times ×  div ÷  pm ±  mp ∓  cdot ·  leq ≤  le ≤  geq ≥  ge ≥  neq ≠  ne ≠
approx ≈  sim ∼  equiv ≡  propto ∝  infty ∞  partial ∂  nabla ∇  sum ∑  prod ∏  int ∫  sqrt √
in ∈  subset ⊂  cup ∪  cap ∩  forall ∀  exists ∃  degree °  circ °  prime ′  to →  rightarrow →
leftarrow ←  leftrightarrow ↔  Rightarrow ⇒  ldots …  dots …  cdots …  dagger †  ell ℓ  hbar ℏ
AA Å  ss ß  ae æ  AE Æ  o ø  O Ø
"""
SIGNS = dict(zip(TABLE.split()[::2], TABLE.split()[1::2], strict=True))
# Commands without braces that are no signs.
COMMANDS = (
    "begin|end|item|par|noindent|quad|qquad|newline|linebreak|pagebreak|bf|it|rm|sc|em|tt|small"
    "|large|Large|centering|left|right|limits|displaystyle|maketitle|hline"
)
TAGS = {  # '': the content alone
    **dict.fromkeys(("textit", "emph", "mathit", "textsl"), "i"),
    **dict.fromkeys(("textbf", "mathbf", "bm"), "b"),
    "textsuperscript": "sup",
    "textsubscript": "sub",
    **dict.fromkeys(("text", "textrm", "mathrm", "mbox", "textsc", "texttt", "underline"), ""),
}
ACCENTS = {
    '"': "\u0308",
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
}
