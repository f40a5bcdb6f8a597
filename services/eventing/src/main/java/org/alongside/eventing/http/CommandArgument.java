package org.alongside.eventing.http;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Fills a controller's {@link Cause.Command} from {@code Idempotency-Key} and {@code If-Match}. Without a key the request
 * is a new one each time it is sent.
 */
public final class CommandArgument implements HandlerMethodArgumentResolver {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
    static final int LONGEST_KEY = 200;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Cause.Command.class;
    }

    @Override
    public Cause.Command resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var key = request.getHeader("Idempotency-Key");
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Refused.invalid(
                    "idempotency-key-invalid", "Idempotency-Key", "A key has 1 to " + LONGEST_KEY + " characters.");
        }
        var fingerprint = (String) request.getAttribute(RequestBodies.FINGERPRINT, RequestAttributes.SCOPE_REQUEST);
        return new Cause.Command(
                key == null
                        ? null
                        : Hash.of("command", "", key.getBytes(StandardCharsets.UTF_8))
                                .substring(0, 32),
                fingerprint == null ? "" : fingerprint,
                expectedVersion(request.getHeader(HttpHeaders.IF_MATCH)));
    }

    private static @Nullable Long expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.trim().equals("*")) {
            return null;
        }
        var matcher = ETAG.matcher(ifMatch.trim());
        if (!matcher.matches()) {
            throw Refused.invalid(
                    "if-match-invalid", "If-Match", "An ETag as it was served is wanted, with its quotes.");
        }
        return Long.valueOf(matcher.group(1));
    }
}
