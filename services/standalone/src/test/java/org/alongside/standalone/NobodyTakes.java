package org.alongside.standalone;

import java.util.List;

/** What a platform gets that it can only refuse, about somebody who must not be named in the refusal. */
final class NobodyTakes {

    private NobodyTakes() {}

    /** At least one for every rule by which a message is refused. */
    static List<String> messages(Who who) {
        var good = SpoiltAdt.good(who, "A04", 1);
        var left = SpoiltAdt.good(who, "A03", 2);
        var word = who.family();
        return List.of(
                good.substring(good.indexOf('\r') + 1),
                word,
                good.replace("^~\\&", "^^^^"),
                good + good,
                good + "NTE|2||" + word.repeat(80_000) + "\r",
                good.replace("|HARBOUR-EHR|", "|SOMEBODY|"),
                good.replace("|HARBOUR-EHR|MAIN|", "|HARBOUR-EHR|ELSEWHERE|"),
                good.replace("UNICODE UTF-8", word),
                good.replace("|P|2.5.1|", "|" + word + "|2.5.1|"),
                good.replace("ADT^A04", "ORU^R01"),
                good.replace("ADT^A04", "ADT^A99"),
                good.replace("ADT^A04", "ADT^" + word).replace("EVN|A04", "EVN|" + word),
                good.replace("|2.5.1|", "|" + word + "|").replace("BHI", word),
                SpoiltAdt.field(good, "PID", 3, word + "^^^OTHER^XX"),
                SpoiltAdt.field(good, "PID", 3, ""),
                SpoiltAdt.field(good, "PID", 5, word.repeat(100)),
                SpoiltAdt.field(good, "PID", 7, word),
                SpoiltAdt.field(good, "PID", 7, who.birthDate()),
                SpoiltAdt.field(good, "PID", 7, "19530231"),
                SpoiltAdt.field(good, "PID", 7, "21530708"),
                SpoiltAdt.field(good, "EVN", 2, word),
                SpoiltAdt.field(good, "EVN", 2, ""),
                SpoiltAdt.field(good, "PV1", 3, word),
                SpoiltAdt.field(good, "PV1", 19, ""),
                SpoiltAdt.field(good, "PV1", 44, word),
                SpoiltAdt.field(good, "PV1", 44, "20991231"),
                SpoiltAdt.field(left, "PV1", 36, word),
                SpoiltAdt.field(left, "PV1", 45, "20010101120000"),
                good.replace("PID|", word + "|"),
                good.replace("|", "^").replace("MSH^", "MSH|"),
                good.replace("\r", "\n" + word + "\r\n"));
    }

    /** Paths that are served nowhere. */
    static List<String> paths(Who who, String typed) {
        var word = TypedIn.encoded(who.family());
        return List.of(
                "/" + word,
                "/" + word + "/" + TypedIn.encoded(typed),
                "/patients/" + word + "/nothing?phone=" + TypedIn.encoded(who.phone()),
                "/actuator/" + word,
                "/actuator/metrics/" + word,
                "/v3/api-docs/" + word,
                "/swagger-ui/" + word,
                "/" + word + "%2F..%2F" + word,
                "/;" + word + "=" + word);
    }

    /** What is no HTTP, or hardly. */
    static List<String> requests(String word) {
        return List.of(
                "GET /" + word + "/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /" + word + "{|}\"<> HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /?family=" + word + "|x HTTP/1.1\r\nHost: x\r\n\r\n",
                word + " / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/" + word + "\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: " + word + "{}\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n" + word + " bad: " + word + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nCookie: a=\"" + word + "\u0001\r\n\r\n",
                "GET /" + word.repeat(3000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /patients HTTP/1.1\r\nHost: x\r\nContent-Length: " + word + "\r\n\r\n",
                "POST /patients HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                        + "Content-Type: application/json\r\n\r\n" + word + "\r\n\r\n",
                word);
    }
}
