package org.alongside.feeder.adt;

import java.time.LocalDate;

/** Somebody invented, as an EHR has them on record. */
public record Registered(
        String recordNumber,
        String family,
        String given,
        LocalDate birthDate,
        String sex,
        String street,
        String town,
        String phone) {}
