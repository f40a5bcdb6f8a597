package org.alongside.standalone;

import java.util.List;
import java.util.stream.Stream;

/** Somebody invented, and everything that says who it is; each value stands nowhere else. */
record Who(
        String number,
        String visitNumber,
        String family,
        String given,
        String birthDate,
        String street,
        String town,
        String phone,
        String email,
        String socialSecurity,
        String nextOfKin,
        String insurance,
        String note,
        String purpose,
        String discloser,
        String recipient) {

    /** Words of a person's own that no other text holds by chance. */
    static Who called(String word, String birthDate) {
        return new Who(
                "MRN" + word + "7741",
                "VST" + word + "9083",
                "Fam" + word,
                "Giv" + word,
                birthDate,
                "Str" + word + " 17",
                "Tow" + word,
                "+1555" + Math.floorMod(word.hashCode(), 9_000_000) + "73",
                "mail." + word.toLowerCase(java.util.Locale.ROOT) + "@example.org",
                "SSN" + word + "55",
                "Kin" + word,
                "Ins" + word + "08",
                "Nte" + word,
                "Pur" + word,
                "Dis" + word,
                "Rec" + word);
    }

    List<String> canaries() {
        return Stream.of(
                        number,
                        visitNumber,
                        family,
                        given,
                        birthDate,
                        street,
                        town,
                        phone,
                        email,
                        socialSecurity,
                        nextOfKin,
                        insurance,
                        note,
                        purpose,
                        discloser,
                        recipient)
                .toList();
    }
}
