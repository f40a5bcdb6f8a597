package org.alongside.eventing.http;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.stream.Stream;
import org.alongside.eventing.document.Cause;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Describes in a service's OpenAPI what {@link CommandArgument} reads: two headers, and nothing of the query. */
public final class DescribedCommand implements OperationCustomizer {

    public DescribedCommand() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Cause.Command.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (Stream.of(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(Cause.Command.class::equals)) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .description(
                            "The same key and the same request within 24 hours get the first answer again and do nothing"
                                    + " more; with another request the key is refused. Without one each request is a new one.")
                    .schema(new StringSchema().minLength(1).maxLength(CommandArgument.LONGEST_KEY)));
            operation.addParametersItem(new HeaderParameter()
                    .name("If-Match")
                    .description("An ETag as it was served. Refused with 412 where it was changed since.")
                    .schema(new StringSchema()));
        }
        return operation;
    }
}
