package org.alongside.mentorship.person;

/** A level of care in the edition of the criteria it belongs to; the code alone means nothing. */
public record LevelOfCare(String edition, String code) {}
