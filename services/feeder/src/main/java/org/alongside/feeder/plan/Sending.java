package org.alongside.feeder.plan;

import java.time.Instant;
import org.alongside.feeder.adt.AdtMessage;

/**
 * A message and when its system gets round to sending it.
 *
 * @param key under which the ledger knows it
 * @param visit meaningless name of the visit, for the ledger
 * @param ours the visit is in one of the centre's programmes
 * @param again a message that was sent before and is sent once more, as interfaces do
 */
public record Sending(Instant due, String key, String visit, AdtMessage message, boolean ours, boolean again) {}
