package org.alongside.mentorship.ranking;

/** What one soft rule adds to a score, its weight applied. @param points in ten-thousandths, so that sums are exact */
public record Contribution(String rule, int points) {}
