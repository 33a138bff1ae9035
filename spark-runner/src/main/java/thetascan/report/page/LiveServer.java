package thetascan.report.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page of a running scan to browsers on this machine that know its token. It answers GET and nothing else, and
 * only where the browser was sent to this address by its number or as localhost: a page of another name cannot ask it.
 */
public final class LiveServer implements AutoCloseable {

    private static final int TOKEN_BYTES = 24;
    private static final int MOST_THREADS = 32;
    private static final Duration STILL_HERE = Duration.ofSeconds(15);
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final HttpServer server;
    private final byte[] token;
    /** Who is being answered, and this server until it closes; when the last has gone nobody is answered any more. */
    private final Phaser answering = new Phaser(1);

    private final AtomicInteger watching = new AtomicInteger();
    /** Who has heard of the end: a page asks for the cells once more then, and is being answered until it has them. */
    private final AtomicInteger asksOnceMore = new AtomicInteger();

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, MOST_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), LiveServer::thread);
    private @Nullable LiveView view;

    private LiveServer(HttpServer server, byte[] token) {
        this.server = server;
        this.token = token;
    }

    /**
     * Takes a port of this machine. Nobody is answered before {@link #show}.
     *
     * @param port number of the port, 0 for any free one
     * @return a server that has it
     * @throws IOException if it cannot be had
     */
    public static LiveServer open(int port) throws IOException {
        byte[] secret = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(secret);
        byte[] token = Base64.getUrlEncoder().withoutPadding().encode(secret);
        return new LiveServer(
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0),
                token);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "page of the scan");
        thread.setDaemon(true);
        return thread;
    }

    private int port() {
        return server.getAddress().getPort();
    }

    /** {@return where the page is, with the token that it asks for} */
    public String url() {
        return "http://127.0.0.1:" + port() + "/?token=" + new String(token, StandardCharsets.US_ASCII);
    }

    /**
     * Begins to answer.
     *
     * @param shown the scan
     */
    public void show(LiveView shown) {
        view = shown;
        server.createContext("/", exchange -> {
            boolean isOpen = answering.register() >= 0;
            try (exchange) {
                if (isOpen) answer(exchange, shown);
            } finally {
                if (isOpen) answering.arriveAndDeregister();
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange, LiveView shown) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", "frame-ancestors 'none'");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        if (!isAddressedTo(exchange.getRequestHeaders().getFirst("Host"))) {
            say(exchange, 403, "This address has another name here.");
            return;
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            headers.set("Allow", "GET");
            say(exchange, 405, "There is nothing to do but to look.");
            return;
        }
        Map<String, String> query = query(exchange);
        byte[] given = query.getOrDefault("token", "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, token)) {
            say(exchange, 403, "The address with its token is on the screen where the scan was started.");
            return;
        }
        switch (exchange.getRequestURI().getPath()) {
            case "/" -> send(exchange, 200, "text/html", shown.page());
            case "/cells" -> {
                try {
                    send(exchange, 200, "application/json", shown.cells(query.getOrDefault("planes", "")));
                    if (asksOnceMore.getAndUpdate(pages -> Math.max(pages - 1, 0)) > 0) answering.arriveAndDeregister();
                } catch (IllegalArgumentException e) {
                    say(exchange, 400, "There are no such planes.");
                }
            }
            case "/events" -> events(exchange, shown, number(exchange, query));
            default -> say(exchange, 404, "There is nothing here.");
        }
    }

    private boolean isAddressedTo(@Nullable String host) {
        return host != null
                && List.of("127.0.0.1:" + port(), "localhost:" + port()).contains(host);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
            int sign = part.indexOf('=');
            if (sign < 0) continue;
            try {
                query.put(part.substring(0, sign), URLDecoder.decode(part.substring(sign + 1), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                // no text, so no token either
            }
        }
        return query;
    }

    /** The latest news a browser has. */
    private static long number(HttpExchange exchange, Map<String, String> query) {
        String before = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        try {
            return Long.parseLong(before != null ? before : query.getOrDefault("after", "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void events(HttpExchange exchange, LiveView shown, long after) throws IOException {
        watching.incrementAndGet();
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            long seen = after;
            boolean isEnd = false;
            while (!isEnd) {
                Optional<LiveView.Update> news = shown.after(seen, STILL_HERE);
                if (news.isEmpty() && shown.isClosed()) return;
                isEnd = news.isPresent() && news.get().isEnd();
                if (isEnd) {
                    answering.register();
                    asksOnceMore.incrementAndGet();
                }
                out.write(text(news).getBytes(StandardCharsets.UTF_8));
                out.flush(); // fails once the browser has gone
                if (news.isPresent()) seen = news.get().number();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watching.decrementAndGet();
        }
    }

    private static String text(Optional<LiveView.Update> news) {
        return news.map(update -> "id: " + update.number() + "\nevent: " + (update.isEnd() ? "end" : "progress")
                        + "\ndata: " + update.json() + "\n\n")
                .orElse(": still here\n\n");
    }

    /** How many wait for news. */
    int watching() {
        return watching.get();
    }

    /** How many are being answered, those who wait for news included. */
    int answering() {
        return answering.getRegisteredParties() - 1;
    }

    private static void say(HttpExchange exchange, int code, String text) throws IOException {
        send(exchange, code, "text/plain", text + "\n");
    }

    private static void send(HttpExchange exchange, int code, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        boolean hasBody = !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(code, hasBody ? bytes.length : -1);
        if (hasBody) exchange.getResponseBody().write(bytes);
    }

    /** Ends with the scan: who watches hears the last news, what was asked for is answered, then nobody is. */
    @Override
    public void close() {
        if (view != null) view.close();
        int phase = answering.arriveAndDeregister();
        try {
            answering.awaitAdvanceInterruptibly(phase, GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // somebody does not read, or asks for nothing more; the scan does not wait for it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        threads.shutdownNow();
    }
}
