package org.alongside.audit.finding;

/**
 * One thing that is wrong.
 *
 * @param rule which rule of the count saw it, in words with hyphens
 * @param about the opaque id of a person, mentor, group or ledger entry
 * @param what what was seen, in words; nothing in it identifies a person
 */
public record Fault(Count count, String rule, String about, String what) {}
