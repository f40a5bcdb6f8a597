package org.alongside.intake.adt;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.ParserConfiguration;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** HAPI's parser without structures and validation: real feeds bend both. */
final class LenientParsers {

    private static final Map<Charset, PipeParser> BY_CHARSET = new ConcurrentHashMap<>();

    private LenientParsers() {}

    static PipeParser of(Charset charset) {
        return BY_CHARSET.computeIfAbsent(charset, LenientParsers::parser);
    }

    private static PipeParser parser(Charset charset) {
        var configuration = new ParserConfiguration();
        configuration.setEscaping(new Escapes(charset));
        configuration.setValidating(false);
        configuration.setAllowUnknownVersions(true);
        return new PipeParser(new DefaultHapiContext(
                configuration, ValidationContextFactory.noValidation(), new GenericModelClassFactory()));
    }
}
