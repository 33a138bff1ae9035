package thetascan.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import thetascan.fingerprint.Sha256;

/**
 * The page itself. It says to the browser that nothing but its own scripts may run and that nothing may be loaded: a name in
 * a catalogue that a browser would take for a script stays a name.
 */
final class Page {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Page() {}

    /** A file that asks for nothing. */
    static String file(Map<String, Object> data) throws IOException {
        return page(data, "", "'none'");
    }

    /** The page of a running scan, which asks its server for what is new. */
    static String live(Map<String, Object> data) throws IOException {
        return page(data, resource("live.js"), "'self'");
    }

    private static String page(Map<String, Object> data, String live, String connect) throws IOException {
        String script = resource("page.js") + live;
        return resource("page.html")
                .replace("__CONNECT__", connect)
                .replace("__HASH__", hash(script))
                .replace("__STYLE__", resource("page.css"))
                .replace("__SCRIPT__", script)
                .replace("__DATA__", json(data));
    }

    private static String hash(String script) {
        byte[] digest =
                new Sha256().add(script.getBytes(StandardCharsets.UTF_8)).digest();
        return Base64.getEncoder().encodeToString(digest);
    }

    /** JSON that may stand in a script element. */
    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) throw new IOException(name + " is not in the program");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
