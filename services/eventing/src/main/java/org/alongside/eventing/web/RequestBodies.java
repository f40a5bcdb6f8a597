package org.alongside.eventing.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of a write once, so that it can be recognised when it comes again, and refuses one that is too large
 * before anything is done with it.
 */
public final class RequestBodies extends OncePerRequestFilter {

    static final String FINGERPRINT = RequestBodies.class.getName() + ".fingerprint";
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final int largest;

    /** @param largest body in bytes */
    public RequestBodies(int largest) {
        this.largest = largest;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WRITES.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader("Connection", "close");
            response.getOutputStream()
                    .write(
                            ("{\"type\":\"urn:alongside:rule:body-too-large\",\"title\":\"body-too-large\",\"status\":413,"
                                            + "\"detail\":\"A body of at most " + largest
                                            + " bytes is taken here.\",\"rule\":\"body-too-large\"}")
                                    .getBytes(StandardCharsets.UTF_8));
            return;
        }
        request.setAttribute(FINGERPRINT, Hash.of(request.getMethod(), request.getRequestURI(), body));
        chain.doFilter(new Read(request, body), response);
    }

    private static final class Read extends HttpServletRequestWrapper {

        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var in = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public boolean isFinished() {
                    return in.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("The body has been read already");
                }

                @Override
                public int read() {
                    return in.read();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return in.read(into, from, length);
                }
            };
        }
    }
}
