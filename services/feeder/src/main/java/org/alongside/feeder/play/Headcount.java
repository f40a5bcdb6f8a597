package org.alongside.feeder.play;

import org.alongside.feeder.http.Doors;
import tools.jackson.databind.JsonNode;

/** How many people are where, counted at the doors. */
public final class Headcount {

    private final Doors doors;

    public Headcount(Doors doors) {
        this.doors = doors;
    }

    /** At the end of a day. */
    public record Heads(int day, int admitted, int matched, int seated, int discharged, int handedOff, int openTasks) {

        /** One line for people. */
        public String line() {
            return "day %3d  admitted %3d  with a peer %3d  seated %3d  discharged %3d  handed off %3d  open tasks %3d"
                    .formatted(day, admitted, matched, seated, discharged, handedOff, openTasks);
        }
    }

    public Heads on(int day) {
        var continuum = doors.get("continuum", "/summary").body();
        return new Heads(
                day,
                continuum.path("admitted").asInt(0),
                doors.all("mentorship", "/mentees?withPeer=true", Headcount::patient)
                        .size(),
                doors.all("groups", "/participants?state=seated", Headcount::patient)
                        .size(),
                continuum.path("discharged").asInt(0),
                continuum.path("handoffs").path("securedNow").asInt(0),
                continuum.path("tasks").path("open").asInt(0));
    }

    private static String patient(JsonNode row) {
        return row.path("patientId").asString();
    }
}
