package org.alongside.mentorship.ranking;

/** How many mentors a rule refused before any other did. */
public record Excluded(String rule, int count) {}
