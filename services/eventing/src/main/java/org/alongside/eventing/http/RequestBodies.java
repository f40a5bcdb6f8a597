package org.alongside.eventing.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.alongside.eventing.web.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of a write once, so that it can be recognised when it comes again, and refuses one that is too large
 * before anything is done with it.
 */
public final class RequestBodies extends OncePerRequestFilter {

    static final String FINGERPRINT = RequestBodies.class.getName() + ".fingerprint";
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final int largest;
    private final Set<String> unread;
    private final Refusing refusing;

    /** Answers a request that was refused before anybody served it. */
    @FunctionalInterface
    public interface Refusing {

        void answer(Refused refused, HttpServletRequest request, HttpServletResponse response);
    }

    /**
     * @param largest body in bytes
     * @param unread paths whose bodies are left to whoever serves them
     */
    public RequestBodies(int largest, Set<String> unread, Refusing refusing) {
        this.largest = largest;
        this.unread = unread;
        this.refusing = refusing;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WRITES.contains(request.getMethod()) || unread.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            response.setHeader("Connection", "close");
            refusing.answer(
                    new Refused(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "body-too-large",
                            null,
                            "A body of at most " + largest + " bytes is taken here."),
                    request,
                    response);
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
