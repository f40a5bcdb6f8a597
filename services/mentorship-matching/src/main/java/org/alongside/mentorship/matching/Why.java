package org.alongside.mentorship.matching;

import java.time.Instant;
import org.alongside.mentorship.ranking.Ranking;

/** The latest search of a person, kept for whoever asks why. */
record Why(Instant at, Ranking ranking) {}
