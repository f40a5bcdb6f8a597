package org.alongside.intake.adt;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The feed over HTTP: one message, answered as over MLLP. */
@RestController
class AdtController {

    private static final String HL7 = "application/hl7-v2";
    private static final String HL7_OF_OTHERS = "x-application/hl7-v2+er7";

    private final ReceivingMessages receiving;
    private final AdtMetrics metrics;
    private final MllpSettings settings;

    AdtController(ReceivingMessages receiving, AdtMetrics metrics, MllpSettings settings) {
        this.receiving = receiving;
        this.metrics = metrics;
        this.settings = settings;
    }

    @Operation(
            summary = "Takes one HL7 v2 ADT message and answers with its acknowledgement",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = HL7, schema = @Schema(type = "string")),
                                @Content(mediaType = HL7_OF_OTHERS, schema = @Schema(type = "string"))
                            }),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "AA: taken, and durable",
                        content = @Content(mediaType = HL7, schema = @Schema(type = "string"))),
                @ApiResponse(
                        responseCode = "413",
                        description = "AR: larger than is taken",
                        content = @Content(mediaType = HL7, schema = @Schema(type = "string"))),
                @ApiResponse(
                        responseCode = "422",
                        description = "AE or AR: not taken; ERR names segment and field",
                        content = @Content(mediaType = HL7, schema = @Schema(type = "string"))),
                @ApiResponse(
                        responseCode = "503",
                        description = "AE: try again",
                        content = @Content(mediaType = HL7, schema = @Schema(type = "string")))
            })
    @PostMapping(
            path = "/adt",
            consumes = {HL7, HL7_OF_OTHERS},
            produces = {HL7, HL7_OF_OTHERS})
    ResponseEntity<byte[]> receive(@Parameter(hidden = true) InputStream body) throws IOException {
        int largest = Math.toIntExact(settings.largest().toBytes());
        var bytes = body.readNBytes(largest + 1);
        var answer = metrics.timed(
                "http", () -> bytes.length > largest ? receiving.tooLarge(bytes) : receiving.receive(bytes));
        return ResponseEntity.status(status(answer))
                .contentType(MediaType.parseMediaType(HL7))
                .body(answer.message());
    }

    private static HttpStatus status(Answer answer) {
        return switch (answer.why()) {
            case null -> HttpStatus.OK;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case STORE_UNAVAILABLE, NOT_YET_APPLIED -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT; // every other rule is about the message
        };
    }
}
