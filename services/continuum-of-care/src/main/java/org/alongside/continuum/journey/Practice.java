package org.alongside.continuum.journey;

import org.alongside.continuum.ContinuumSettings.Crisis;
import org.alongside.continuum.checkin.Cadence;
import org.alongside.continuum.handoff.HandoffPolicy;
import org.alongside.continuum.outreach.TaskRules;

/**
 * How this centre works: everything a decision needs beside the facts.
 *
 * @param alumniAbsences so many alumni sessions missed in a row are a task
 */
public record Practice(HandoffPolicy handoff, Cadence cadence, TaskRules tasks, int alumniAbsences, Crisis crisis) {}
