package org.alongside.eventing.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What the web server refuses before a service sees it, such as a path that cannot be read, as a problem detail like every
 * other refusal. It says nothing of the request: not even the server knows what is in it. Made by the web server, by name.
 */
public final class RefusedByContainer extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        try {
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(problem(status, ProblemAdvice.rule(status)));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            // whoever asked is gone, or hears nothing but the status
        }
    }

    private static String problem(int status, String rule) {
        return """
               {"detail":"The request does not fit what is served here.","status":%d,"title":"%s",\
               "type":"urn:alongside:rule:%s","rule":"%s"}""".formatted(status, rule, rule, rule);
    }
}
