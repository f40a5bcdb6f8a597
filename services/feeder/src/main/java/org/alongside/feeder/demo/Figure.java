package org.alongside.feeder.demo;

import org.alongside.feeder.http.Doors;

/**
 * A number of the summary and the question that anyone can ask again.
 *
 * @param path what is asked by GET of {@code service}
 * @param at JSON pointer into the answer, or {@value #ROWS} for the number of rows of a list
 */
record Figure(String name, String service, String path, String at, long value) {

    static final String ROWS = "number of rows";

    static Figure number(String name, Doors doors, String service, String path, String pointer) {
        return new Figure(
                name,
                service,
                path,
                pointer,
                doors.get(service, path).body().at(pointer).asLong(0));
    }

    static Figure rows(String name, Doors doors, String service, String path) {
        var id = service.equals("continuum") ? "taskId" : "patientId";
        return new Figure(
                name,
                service,
                path,
                ROWS,
                doors.all(service, path, row -> row.path(id).asString()).size());
    }
}
