package org.alongside.eventing.document;

/**
 * An event as the contract knows it.
 *
 * @param type the wire name without the service, such as {@code patient-admitted}
 * @param version of its schema, such as {@code 1.0.0}
 * @param data the payload; written as JSON when the decision is written
 */
public record Told(String type, String version, Object data) {}
