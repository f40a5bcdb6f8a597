package org.alongside.feeder.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;
import org.alongside.feeder.adt.Ehr;
import org.alongside.feeder.adt.Registered;
import org.jspecify.annotations.Nullable;

/** People out of nothing: nobody in here exists. */
final class Invented {

    private static final List<String> WEEK = List.of("monday", "tuesday", "wednesday", "thursday", "friday");
    private static final List<String> WEEK_END = List.of("saturday", "sunday");
    private static final int YOUNGEST = 19;
    private static final int OLDEST = 69;

    private final Faker faker;
    private final Random random;
    private final long seed;

    Invented(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.faker = new Faker(Locale.US, new Random(seed));
    }

    Registered somebody(Ehr ehr, int number, LocalDate today) {
        boolean woman = random.nextBoolean();
        var names = faker.name();
        return new Registered(
                String.format(Locale.ROOT, "%s%02d%05d", ehr.application().charAt(0), seed % 100, 1000 + number),
                number % 9 == 4 ? "Müller-" + names.lastName() : names.lastName(),
                woman ? names.femaleFirstName() : names.maleFirstName(),
                today.minusYears(random.nextInt(YOUNGEST, OLDEST)).minusDays(random.nextInt(365)),
                woman ? "F" : "M",
                faker.address().streetAddress(),
                faker.address().city(),
                "555-01" + String.format(Locale.ROOT, "%02d", random.nextInt(100)));
    }

    Wishes wishes(Registered person, Ehr ehr) {
        boolean woman = person.sex().equals("F");
        return new Wishes(
                maybe(0.7, one("twelve-step", "twelve-step", "smart", "secular", "faith-based")),
                random.nextDouble() < 0.5 ? pick("seeks", "neutral", "secular") : null,
                random.nextDouble() < 0.1 ? List.of("en", "es") : null,
                random.nextDouble() < 0.2 ? (woman ? "female" : "male") : null,
                maybe(0.12, one("medication", "medication", "lgbtq")),
                maybe(0.3, List.of(woman ? "women" : "men")),
                random.nextDouble() < 0.15 ? "virtual" : "either",
                List.of(
                        new Wishes.Hours(WEEK, "17:00", "21:00", ehr.zone().getId()),
                        new Wishes.Hours(WEEK_END, "09:00", "18:00", ehr.zone().getId())),
                maybe(0.4, one("parent", "veteran", "student", "justice-involved", "caregiver")),
                true);
    }

    private @Nullable List<String> maybe(double share, List<String> answer) {
        return random.nextDouble() < share ? answer : null;
    }

    private List<String> one(String... of) {
        return List.of(pick(of));
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }
}
