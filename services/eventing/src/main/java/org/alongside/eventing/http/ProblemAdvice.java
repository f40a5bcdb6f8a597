package org.alongside.eventing.http;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.ClassUtils;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Every refusal as an RFC 9457 problem detail that names the rule and the field at fault, and never a value: what was
 * sent may identify a person.
 */
@RestControllerAdvice
public final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** What fields are called; anything else that stands in a field's place may be somebody's name or number. */
    private static final Pattern CALLED_LIKE_A_FIELD = Pattern.compile("_?[a-z]{1,20}([A-Z][a-z]{1,20}){0,3}");

    /** What a field takes that is written as one text, number or truth. */
    private static final Map<Class<?>, String> WORDS = Map.of(
            String.class, "a text",
            Instant.class, "a date and time",
            LocalDate.class, "a date",
            Boolean.class, "true or false",
            Integer.class, "a number",
            Long.class, "a number",
            Double.class, "a number");

    private final MeterRegistry metrics;

    public ProblemAdvice(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refusal) {
        return problem(refusal.status(), refusal.rule(), refusal.field(), refusal.detail());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> storeAway(MongoException e) {
        log.warn("The document store did not answer: {}", e.getClass().getSimpleName());
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "store-unavailable",
                null,
                "The document store does not answer; nothing was changed that was not acknowledged. Try again.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> ours(Exception e, HttpServletRequest request) {
        log.error(
                "A {} request failed: {} at {}",
                request.getMethod(),
                e.getClass().getName(),
                firstOfOurs(e));
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-fault",
                null,
                "This is a fault of ours; nothing was changed that was not acknowledged.");
    }

    private static String firstOfOurs(Exception e) {
        for (var frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("org.alongside.")) {
                return frame.toString();
            }
        }
        return "an unknown place";
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return asObject(
                switch (e.getCause()) {
                    case UnrecognizedPropertyException u ->
                        problem(HttpStatus.BAD_REQUEST, "unknown-field", place(u), notKnown(u));
                    case StreamConstraintsException c ->
                        problem(
                                HttpStatus.CONTENT_TOO_LARGE,
                                "body-too-large",
                                null,
                                "The body is larger or deeper than is taken here.");
                    case InputCoercionException n ->
                        problem(
                                HttpStatus.BAD_REQUEST,
                                "wrong-value",
                                path(n),
                                "The number is larger or smaller than this field takes.");
                    case StreamReadException s ->
                        problem(HttpStatus.BAD_REQUEST, "malformed-json", null, "The body is not JSON.");
                    case InvalidFormatException f ->
                        problem(
                                HttpStatus.BAD_REQUEST,
                                "wrong-value",
                                path(f),
                                "Not a value this field can have; " + wanted(f.getTargetType()) + " is wanted.");
                    case MismatchedInputException m ->
                        problem(
                                HttpStatus.BAD_REQUEST,
                                "wrong-type",
                                path(m),
                                "Missing, or of another type than this field has.");
                    case DatabindException d
                    when refusedWithin(d) instanceof Refused r -> problem(r.status(), r.rule(), r.field(), r.detail());
                    case DatabindException d ->
                        problem(HttpStatus.BAD_REQUEST, "wrong-value", path(d), "Not a value this field can have.");
                    case null, default ->
                        problem(
                                HttpStatus.BAD_REQUEST,
                                "unreadable-body",
                                null,
                                "There is no body, or it cannot be read.");
                });
    }

    private static @Nullable Refused refusedWithin(Throwable e) {
        for (@Nullable Throwable here = e; here != null; here = here.getCause()) {
            if (here instanceof Refused refused) {
                return refused;
            }
        }
        return null;
    }

    /** What the caller may write, in words of JSON and not of this language. */
    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "another";
        }
        if (type.isEnum()) {
            return "one of a fixed list";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            return "an object";
        }
        return WORDS.getOrDefault(ClassUtils.resolvePrimitiveIfNecessary(type), "another");
    }

    private static @Nullable String path(JacksonException e) {
        return path(e.getPath());
    }

    /** Keys of a map are the caller's own words, so they are left out. */
    private static @Nullable String path(Collection<JacksonException.Reference> steps) {
        var path = new StringBuilder();
        for (var step : steps) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else if (step.from() instanceof Map) {
                path.append("[]");
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? null : path.toString();
    }

    /** The field itself if it is called like one; otherwise what it stands in. */
    private static @Nullable String place(UnrecognizedPropertyException e) {
        return CALLED_LIKE_A_FIELD.matcher(e.getPropertyName()).matches()
                ? path(e)
                : path(e.getPath().subList(0, Math.max(0, e.getPath().size() - 1)));
    }

    private static String notKnown(UnrecognizedPropertyException e) {
        var known = new TreeSet<String>();
        e.getKnownPropertyIds().forEach(name -> known.add(String.valueOf(name)));
        return "A field is not known here. Known are: " + String.join(", ", known) + ".";
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var field = e.getBindingResult().getFieldErrors().stream()
                .map(FieldError::getField)
                .map(ProblemAdvice::withoutKeys)
                .findFirst()
                .orElse(null);
        return asObject(problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-field",
                field,
                "This field is missing or not within its bounds."));
    }

    /** Indexes of lists stay; keys of maps are the caller's own words. */
    private static String withoutKeys(String field) {
        return field.replaceAll("\\[(?!\\d+]).*]", "[]");
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var parameter = e.getParameterValidationResults().stream()
                .map(result -> result.getMethodParameter().getParameterName())
                .findFirst()
                .orElse(null);
        return asObject(problem(
                HttpStatus.UNPROCESSABLE_CONTENT, "invalid-parameter", parameter, "This is not within its bounds."));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return asObject(problem(
                HttpStatus.BAD_REQUEST, "missing-parameter", e.getParameterName(), "This parameter is required."));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var field = e instanceof MethodArgumentTypeMismatchException m ? m.getName() : null;
        var problem = problem(status, rule(status.value()), field, "The request does not fit what is served here.");
        return ResponseEntity.status(status).headers(headers).body(problem.getBody());
    }

    /** The rule of a refusal that none of ours has a name for. */
    static String rule(int status) {
        var known = HttpStatus.resolve(status);
        return known == null
                ? "refused"
                : known.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private ResponseEntity<ProblemDetail> problem(
            HttpStatusCode status, String rule, @Nullable String field, String detail) {
        metrics.counter("alongside.refused", "rule", rule).increment();
        var problem = new Problem(status.value());
        problem.setDetail(detail);
        problem.setType(URI.create("urn:alongside:rule:" + rule));
        problem.setTitle(rule);
        problem.setProperty("rule", rule);
        if (field != null) {
            problem.setProperty("field", field);
        }
        var answer = ResponseEntity.status(status);
        if (status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(problem);
    }

    /** Spring would put the request's path in it, and a path may hold whatever somebody typed. */
    private static final class Problem extends ProblemDetail {

        Problem(int status) {
            super(status);
        }

        @Override
        public void setInstance(@Nullable URI instance) {
            // stays away
        }
    }

    @SuppressWarnings("unchecked")
    private static ResponseEntity<Object> asObject(ResponseEntity<ProblemDetail> problem) {
        return (ResponseEntity<Object>) (ResponseEntity<?>) problem;
    }
}
