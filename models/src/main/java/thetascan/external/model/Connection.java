package thetascan.external.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.external.LineProcess;
import thetascan.external.Outcome;
import thetascan.external.Program;
import thetascan.external.ProgramFailure;
import thetascan.external.PythonHelper;
import thetascan.external.WorkFolders;

/** A running program that was greeted, in a work folder of its own, and the requests it has not answered yet. */
final class Connection implements AutoCloseable {

    private static final String PROTOCOL_VARIABLE = "THETASCAN_PROTOCOL";
    private static final String HELPER = ".thetascan";
    /** Both fit into the buffer of a pipe: while a program writes answers, nobody waits for it to read. */
    private static final int MOST_BYTES_AHEAD = 16_384;

    private static final int MOST_LINES_AHEAD = 64;

    private final ProgramSpec spec;
    private final JsonLines protocol;
    private final WorkFolders.WorkFolder folder;
    private final LineProcess process;
    private final int batch;
    private final Map<Long, Request> unanswered = new LinkedHashMap<>();
    private int bytesAhead;
    private long requests;

    /** Points under way, by their positions, and the bytes they were sent in. */
    private record Request(List<Integer> points, int bytes) {}

    private Connection(
            ProgramSpec spec, JsonLines protocol, WorkFolders.WorkFolder folder, LineProcess process, int batch) {
        this.spec = spec;
        this.protocol = protocol;
        this.folder = folder;
        this.process = process;
        this.batch = batch;
    }

    /**
     * Starts the program and exchanges names with it.
     *
     * @throws ProgramFailure if it cannot be started, does not greet in time, or does not fit the model
     * @throws IOException    if there is no work folder for it
     */
    static Connection open(ProgramSpec spec, List<String> parameters, List<String> observables)
            throws ProgramFailure, IOException, InterruptedException {
        JsonLines protocol = new JsonLines(observables);
        WorkFolders.WorkFolder folder = new WorkFolders(spec.work(), "", 0).open();
        LineProcess process = null;
        try {
            folder.copy(spec.copies());
            Map<String, String> environment =
                    new LinkedHashMap<>(PythonHelper.install(folder.path().resolve(HELPER), spec.environment()));
            environment.put(PROTOCOL_VARIABLE, String.valueOf(Greeting.PROTOCOL));
            Program program =
                    new Program(spec.name(), spec.command(), environment, spec.startLimit(), 0, spec.memoryLimit());
            process = LineProcess.start(program, folder.path());
            Greeting greeting = greet(process, protocol, spec, parameters, observables);
            return new Connection(spec, protocol, folder, process, greeting.batch());
        } catch (ProgramFailure | IOException | InterruptedException | RuntimeException e) {
            if (process != null) process.close();
            folder.close();
            throw e;
        }
    }

    private static Greeting greet(
            LineProcess process,
            JsonLines protocol,
            ProgramSpec spec,
            List<String> parameters,
            List<String> observables)
            throws ProgramFailure, InterruptedException {
        process.expect(spec.startLimit());
        process.send(protocol.hello(parameters));
        byte[] line = process.line();
        process.rest();
        Greeting greeting;
        try {
            greeting = JsonLines.greeting(line);
        } catch (IllegalArgumentException e) {
            throw process.broken("its greeting cannot be used: " + e.getMessage());
        }
        String problem = greeting.problem(spec.version(), parameters, observables);
        if (!problem.isEmpty()) throw process.broken(problem);
        return greeting;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Positions of the points that were sent and not answered, in the order they were sent. */
    List<Integer> underWay() {
        List<Integer> points = new ArrayList<>();
        unanswered.values().forEach(request -> points.addAll(request.points()));
        return points;
    }

    /**
     * Has points computed.
     *
     * @param points  all there are
     * @param wanted  positions of those to compute; taken from as they are sent
     * @param results receives what became of them, as it is known
     * @throws ProgramFailure if the program failed: then it has ended
     */
    void compute(List<double[]> points, Deque<Integer> wanted, Outcome[] results)
            throws ProgramFailure, InterruptedException {
        StringBuilder lines = new StringBuilder();
        while (!wanted.isEmpty() || !unanswered.isEmpty()) {
            while (!wanted.isEmpty() && mayWrite()) append(points, wanted, lines);
            if (!unanswered.isEmpty()) process.expect(limit());
            if (!lines.isEmpty()) process.send(lines.toString().getBytes(StandardCharsets.UTF_8));
            lines.setLength(0);
            take(process.line(), results);
        }
        process.rest();
    }

    private boolean mayWrite() {
        return unanswered.isEmpty() || bytesAhead < MOST_BYTES_AHEAD && unanswered.size() < MOST_LINES_AHEAD;
    }

    private void append(List<double[]> points, Deque<Integer> wanted, StringBuilder lines) {
        List<Integer> positions = new ArrayList<>();
        List<double[]> thetas = new ArrayList<>();
        while (!wanted.isEmpty() && positions.size() < batch) {
            int position = wanted.remove();
            positions.add(position);
            thetas.add(points.get(position));
        }
        int before = lines.length();
        JsonLines.request(requests, thetas, lines);
        int bytes = lines.length() - before;
        unanswered.put(requests++, new Request(positions, bytes));
        bytesAhead += bytes;
    }

    /** For the next answer: as many points as it may be waiting for. */
    private Duration limit() {
        Iterator<Request> all = unanswered.values().iterator();
        return spec.timeLimit().multipliedBy(all.next().points().size());
    }

    private void take(byte[] line, Outcome[] results) throws ProgramFailure {
        Answer answer;
        try {
            answer = protocol.answer(line);
        } catch (IllegalArgumentException e) {
            throw process.broken("its answer cannot be used: " + e.getMessage());
        }
        Request request = unanswered.get(answer.id());
        if (request == null) {
            throw process.broken("it answers request " + answer.id() + ", asked are " + unanswered.keySet());
        }
        int count = request.points().size();
        if (answer.results().size() != count) {
            throw process.broken("its answer has " + answer.results().size() + " results for " + count + " points");
        }
        unanswered.remove(answer.id());
        bytesAhead -= request.bytes();
        for (int i = 0; i < count; i++)
            results[request.points().get(i)] = answer.results().get(i);
    }

    /** Ends the program and deletes its folder. */
    @Override
    public void close() throws IOException {
        process.close();
        folder.close();
    }
}
