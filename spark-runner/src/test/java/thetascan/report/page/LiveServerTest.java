package thetascan.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.PointId;
import thetascan.config.ScanConfig;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.RoundRunner;
import thetascan.scan.Scan;
import thetascan.scan.ScanSetup;
import thetascan.scan.ScanStore;
import thetascan.storage.Folder;

/** What the server of a running scan says to whom. Sockets, so that a request can be what a browser would not send. */
class LiveServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final ScanConfig config = ScanConfig.parse(
            "{scan: </script>, model: toy, stop: {evaluations: 3000}, search: {exchange_every: 5}, output: {path: toy}}",
            "toy.yaml");
    private final ScanSetup setup = config.setup();
    private final List<FoundPoint> valid = new ArrayList<>();
    private int stored;
    private LiveView view;
    private LiveServer server;
    private URI url;

    @BeforeEach
    void serve() throws IOException {
        Catalogue catalogue = new Catalogue(Folder.at(folder.toString()));
        long[] clock = {0}; // news at every round
        view = new LiveView(
                config,
                setup,
                catalogue,
                () -> clock[0] += Duration.ofSeconds(2).toNanos());
        server = LiveServer.open(0);
        server.show(view);
        url = URI.create(server.url());
    }

    @AfterEach
    void end() {
        server.close();
    }

    private void scan() throws IOException {
        ScanStore store = ScanStore.forgetting(point -> {
            stored++;
            if (point.status() == PointStatus.VALID) valid.add(point);
        });
        try (RoundRunner rounds = new ForkJoinRounds(setup.search(), 1)) {
            new Scan(setup, rounds, view.watching(store), view).run();
        }
    }

    /** What comes back to a request, head and body. */
    private String ask(String method, String target, String host) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            OutputStream out = socket.getOutputStream();
            String head = method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String get(String path) throws IOException {
        return ask("GET", path + "?" + url.getQuery(), url.getAuthority());
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void onlyWhoHasTheTokenSeesAnything() throws IOException {
        assertThat(get("/")).startsWith("HTTP/1.1 200").contains("<!doctype html>");
        assertThat(url.getQuery()).matches("token=[A-Za-z0-9_-]{32}");
        String other = url.getQuery().substring(0, url.getQuery().length() - 1) + "!";
        for (String path : List.of("/", "/events", "/cells", "/other")) {
            for (String query :
                    List.of("", "?", "?token", "?token=", "?token=%41", "?" + other, "?" + url.getQuery() + "A")) {
                String answer = ask("GET", path + query, url.getAuthority());
                assertThat(answer).as(path + query).startsWith("HTTP/1.1 403").doesNotContain("toy");
            }
        }
        assertThat(get("/other")).startsWith("HTTP/1.1 404");
    }

    @Test
    void twoServersHaveTwoTokens() throws IOException {
        try (LiveServer second = LiveServer.open(0)) {
            assertThat(URI.create(second.url()).getQuery()).isNotEqualTo(url.getQuery());
        }
    }

    @Test
    void thereIsNothingToDoButToLook() throws IOException {
        for (String method : List.of("POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH")) {
            assertThat(ask(method, "/?" + url.getQuery(), url.getAuthority()))
                    .startsWith("HTTP/1.1 405")
                    .contains("Allow: GET")
                    .doesNotContain("toy");
        }
    }

    /** A page elsewhere whose name was made to point to this machine has that name in its requests. */
    @Test
    void otherNamesOfThisMachineAreRefused() throws IOException {
        for (String host : List.of(
                "evil.example:" + url.getPort(), "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:" + url.getPort()))
            assertThat(ask("GET", "/?" + url.getQuery(), host))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("toy");
        assertThat(ask("GET", "/?" + url.getQuery(), "localhost:" + url.getPort()))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void otherMachinesFindNothing() throws IOException {
        List<InetAddress> others = Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(card -> Collections.list(card.getInetAddresses()).stream())
                .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
                .toList();
        for (InetAddress address : others) {
            assertThatThrownBy(() -> new Socket(address, url.getPort()).close())
                    .as(address.toString())
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void aPortThatIsTakenCannotBeHad() {
        assertThatThrownBy(() -> LiveServer.open(url.getPort())).isInstanceOf(IOException.class);
    }

    @Test
    void thePageMayAskThisServerAndRunItsOwnScriptsOnly() throws IOException {
        String answer = get("/");
        assertThat(answer)
                .contains("default-src 'none'; script-src 'sha256-", "connect-src 'self'")
                .containsIgnoringCase("Referrer-Policy: no-referrer")
                .containsIgnoringCase("Cache-Control: no-store")
                .containsIgnoringCase("X-Content-Type-Options: nosniff")
                .doesNotContain("</script>: toy");
    }

    /** Reads news until there are no more. */
    private List<String> events() throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            String head = "GET /events?" + url.getQuery() + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                return lines.lines().collect(Collectors.toCollection(ArrayList::new));
            }
        }
    }

    private static JsonNode data(List<String> events, String kind) throws IOException {
        int last = events.lastIndexOf("event: " + kind);
        return JSON.readTree(events.get(last + 1).substring("data: ".length()));
    }

    @Test
    void whoWatchesIsToldOfEverythingUntilTheEnd() throws Exception {
        CompletableFuture<List<String>> watched = CompletableFuture.supplyAsync(() -> {
            try {
                return events();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        while (server.watching() == 0) TimeUnit.MILLISECONDS.sleep(1);
        scan();
        view.end();
        server.close();
        List<String> events = watched.get(20, TimeUnit.SECONDS);
        JsonNode end = data(events, "end");
        assertThat(end.get("evaluated").asLong()).isGreaterThanOrEqualTo(3000);
        assertThat(end.get("valid").asLong()).isGreaterThanOrEqualTo(valid.size());
        assertThat(end.get("stored").asLong()).isEqualTo(stored);
        assertThat(end.get("state").asText()).isEqualTo("stopped: evaluations");
        assertThat(end.get("shares").size()).isPositive();
        assertThat(end.get("words").get(0).asText()).contains("valid points among");
        assertThat(end.get("report").asText()).isEqualTo("thetascan report toy");
        assertThatThrownBy(() -> get("/")).isInstanceOf(ConnectException.class);
    }

    /** A page that hears of the end asks for the cells of all points, and needs a moment to. */
    @Test
    void whoHearsOfTheEndCanStillAsk() throws IOException {
        scan();
        view.end();
        assertThat(get("/events")).contains("event: end");
        while (server.answering() > 1) Thread.onSpinWait(); // the question that is to come counts
        CompletableFuture<Void> end = CompletableFuture.runAsync(server::close);
        while (server.answering() > 0 && !end.isDone()) Thread.onSpinWait(); // it has begun to close
        assertThat(ask("GET", "/cells?planes=0,1&" + url.getQuery(), url.getAuthority()))
                .startsWith("HTTP/1.1 200");
        end.join();
    }

    /** Also where the scan ends while somebody asks. */
    @Test
    void whatIsAnsweredIsAnsweredInFull() throws IOException {
        for (int time = 0; time < 10; time++) {
            LiveServer own = LiveServer.open(0);
            own.show(view);
            URI page = URI.create(own.url());
            List<CompletableFuture<Boolean>> answers = new ArrayList<>();
            for (int k = 0; k < 4; k++)
                answers.add(CompletableFuture.supplyAsync(() -> {
                    for (int ask = 0; ask < 20; ask++) if (!isInFull(page)) return false;
                    return true;
                }));
            while (own.answering() == 0 && answers.stream().noneMatch(CompletableFuture::isDone)) Thread.onSpinWait();
            own.close();
            assertThat(answers).extracting(CompletableFuture::join).doesNotContain(false);
        }
    }

    /** False if an answer ended before the length that it told; true as well where there is none any more. */
    private static boolean isInFull(URI page) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (Socket socket = new Socket("127.0.0.1", page.getPort())) {
            socket.setSoTimeout(2000); // the JDK's server forgets who is let in while it stops
            String head = "GET /?" + page.getRawQuery() + " HTTP/1.1\r\nHost: " + page.getAuthority()
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(read);
        } catch (IOException e) {
            // what had come is looked at
        }
        String answer = read.toString(StandardCharsets.ISO_8859_1);
        int head = answer.indexOf("\r\n\r\n");
        if (head < 0) return answer.isEmpty();
        String length = answer.substring(0, head).replaceAll("(?is).*content-length: *(\\d+).*", "$1");
        return answer.length() - head - 4 == Integer.parseInt(length);
    }

    @Test
    void newsTellOfNewPointsButOnlySoMany() throws Exception {
        PointId id = new PointId(config.model());
        scan();
        LiveView.Update last = view.after(0, Duration.ZERO).orElseThrow();
        assertThat(last.number()).isGreaterThan(5);
        JsonNode ids = JSON.readTree(last.json()).get("points").get("ids");
        assertThat(ids.size()).isLessThanOrEqualTo(200);
        List<String> stored = valid.stream().map(point -> id.of(point.theta())).toList();
        ids.forEach(each -> assertThat(stored).contains(each.asText()));
        assertThat(view.after(last.number(), Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void thePageHasThePointsAndTheCellsAreOfAllOfThem() throws Exception {
        scan();
        String html = body(get("/"));
        String json = html.substring(html.indexOf("id=\"data\">") + 10, html.indexOf("</script>"));
        JsonNode data = JSON.readTree(json);
        assertThat(data.get("ids")).hasSize(valid.size());
        assertThat(data.get("live").get("news").get("stored").asLong()).isEqualTo(stored);
        String answer = ask("GET", "/cells?planes=0,1&" + url.getQuery(), url.getAuthority());
        JsonNode cells = JSON.readTree(body(answer));
        assertThat(cells.get("grids")).hasSize(data.get("columns").size() - 1);
        assertThat(cells.get("cells").get("0,1").asText()).hasSizeGreaterThan(300);
        for (String wrong : List.of("", "1,0", "0", "0,99", "a,b", "-1,2"))
            assertThat(ask("GET", "/cells?planes=" + wrong + "&" + url.getQuery(), url.getAuthority()))
                    .as(wrong)
                    .startsWith("HTTP/1.1 400");
    }
}
