package org.alongside.groups.participant;

/** A level of the ASAM criteria, which means nothing without its edition. */
record LevelOfCare(String edition, String code) {}
