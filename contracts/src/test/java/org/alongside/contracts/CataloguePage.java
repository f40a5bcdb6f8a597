package org.alongside.contracts;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that lists every event. What stands above its mark is written by hand, what stands below is written from the folders. */
final class CataloguePage {

    static final String MARK = "<!-- Below is written from the folders. -->\n";

    private CataloguePage() {}

    static String rewritten(String page, Catalogue catalogue) {
        int mark = page.indexOf(MARK);
        if (mark < 0) {
            throw new IllegalStateException("The page has lost its mark: " + MARK);
        }
        return page.substring(0, mark) + MARK + below(catalogue);
    }

    private static String below(Catalogue catalogue) {
        return catalogue.all().stream()
                .map(Event::owner)
                .distinct()
                .map(owner -> owned(owner, catalogue))
                .collect(Collectors.joining());
    }

    private static String owned(String owner, Catalogue catalogue) {
        return """

               ## %s, on `alongside.%s`

               | event | version | says | key | read by | sensitivity |
               |---|---|---|---|---|---|
               """.formatted(owner, owner)
                + catalogue.of(owner).map(CataloguePage::row).collect(Collectors.joining());
    }

    private static String row(Event event) {
        return "| [`%s`](events/%s/%s.schema.json) | %s | %s | %s | %s | %s |\n"
                .formatted(
                        event.name(),
                        event.path(),
                        event.latest(),
                        event.latest(),
                        event.schema().path("description").asString(""),
                        key(event),
                        readers(event),
                        sensitivity(event));
    }

    /** The lane is about a person wherever the payload names one. */
    private static String key(Event event) {
        var properties = event.schema().path("properties");
        return Stream.of("patientId", "mentorId", "groupId", "parkedLaneId")
                .filter(properties::has)
                .findFirst()
                .orElseThrow();
    }

    private static String readers(Event event) {
        return event.readers().isEmpty()
                ? "operators"
                : String.join(", ", event.readers().keySet());
    }

    /** The most that any of its properties says, and which say that much where it is about the person. */
    private static String sensitivity(Event event) {
        var most = Property.of(event.schema())
                .flatMap(property -> Sensitivity.of(property.schema()).stream())
                .max(Comparator.naturalOrder())
                .orElse(Sensitivity.CODE);
        return most == Sensitivity.SENSITIVE ? most.label() + ": " + sensitive(event) : most.label();
    }

    private static String sensitive(Event event) {
        return event.schema().path("properties").properties().stream()
                .filter(each -> Sensitivity.of(each.getValue())
                        .filter(Sensitivity.SENSITIVE::equals)
                        .isPresent())
                .map(each -> each.getKey())
                .collect(Collectors.joining(", "));
    }
}
