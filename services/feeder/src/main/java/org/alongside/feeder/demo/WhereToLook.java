package org.alongside.feeder.demo;

import java.nio.file.Path;
import java.util.List;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.http.Patience;
import org.alongside.feeder.platform.Addresses;

/** The end of the tour is the beginning of one's own: addresses to open in a browser. */
final class WhereToLook {

    private WhereToLook() {}

    static void print(Addresses addresses, Path data) {
        System.out.println("Alongside stays up. Where to look:");
        for (var service : List.of("intake", "mentorship", "groups", "continuum")) {
            System.out.printf("  %-12s %s/swagger-ui.html%n", service, addresses.http(service));
        }
        var doors = new Doors(addresses::http, Patience.USUAL);
        doors.get("continuum", "/journeys?phase=alumni&limit=1").rows().stream()
                .findFirst()
                .or(() -> doors.get("continuum", "/journeys?limit=1").rows().stream()
                        .findFirst())
                .map(row -> row.path("patientId").asString())
                .ifPresent(patient -> {
                    System.out.println("  one person   " + addresses.http("continuum") + "/journeys/" + patient);
                    System.out.println(
                            "  why          " + addresses.http("continuum") + "/journeys/" + patient + "/why");
                    System.out.println(
                            "  why a peer   " + addresses.http("mentorship") + "/mentees/" + patient + "/why");
                });
        System.out.println("  open tasks   " + addresses.http("continuum") + "/tasks?state=open");
        System.out.println("  data, log    " + data.toAbsolutePath());
        System.out.println("End it with Ctrl-C.");
    }
}
