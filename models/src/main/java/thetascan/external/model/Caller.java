package thetascan.external.model;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.external.Outcome;

/**
 * The process that has started this one and computes points for it: it is asked on our standard output and answers on our standard
 * input, in the lines of {@link JsonLines}. There is one; threads ask one after another. If it goes away no point fails: that
 * is an error of the whole, {@link IOError}.
 */
final class Caller {

    /** What stands for it as the command of a program. */
    static final String COMMAND = "stdio";

    private static @Nullable Caller only;

    private final OutputStream questions;
    private final InputStream answers;
    private final JsonLines protocol;
    private final int batch;
    private long requests;

    private Caller(ProgramSpec spec, List<String> parameters, List<String> observables) throws IOException {
        questions = new FileOutputStream(FileDescriptor.out);
        answers = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
        protocol = new JsonLines(observables);
        questions.write(protocol.hello(parameters));
        Greeting greeting = JsonLines.greeting(line());
        String problem = greeting.problem(spec.version(), parameters, observables);
        if (!problem.isEmpty()) throw new IllegalArgumentException(problem);
        batch = greeting.batch();
    }

    /**
     * The caller, greeted.
     *
     * @throws IllegalStateException if it does not greet, or does not fit the model
     */
    static synchronized Caller of(ProgramSpec spec, List<String> parameters, List<String> observables) {
        try {
            if (only == null) only = new Caller(spec, parameters, observables);
            return only;
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("the program that started this one: " + e.getMessage(), e);
        }
    }

    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) throw new EOFException("it has closed its end");
            line.write(next);
        }
        return line.toByteArray();
    }

    private synchronized Outcome[] compute(List<double[]> points) {
        List<Outcome> outcomes = new ArrayList<>();
        try {
            for (int from = 0; from < points.size(); from += batch) {
                List<double[]> some = points.subList(from, Math.min(points.size(), from + batch));
                StringBuilder request = new StringBuilder();
                JsonLines.request(requests, some, request);
                questions.write(request.toString().getBytes(StandardCharsets.UTF_8));
                Answer answer = protocol.answer(line());
                if (answer.id() != requests || answer.results().size() != some.size()) {
                    throw new IOException("it answers request " + answer.id() + " with "
                            + answer.results().size() + " results; asked is request " + requests + " with "
                            + some.size());
                }
                requests++;
                outcomes.addAll(answer.results());
            }
        } catch (EOFException e) {
            throw new IOError(
                    new EOFException("the program that computes the points has ended, or its loop was left. What"
                            + " the scan had committed is kept, and run again it goes on from there."));
        } catch (IOException e) {
            throw new IOError(new IOException("the program that started this one: " + e.getMessage(), e));
        } catch (IllegalArgumentException e) {
            throw new IOError(new IOException("an answer cannot be used: " + e.getMessage(), e));
        }
        return outcomes.toArray(Outcome[]::new);
    }

    /** The caller as the program of a worker. */
    ProgramAtWork atWork() {
        return new ProgramAtWork() {

            @Override
            public Outcome[] compute(List<double[]> inputs) {
                return Caller.this.compute(inputs);
            }

            @Override
            public boolean takesMany() {
                return true;
            }

            @Override
            public void close() {
                // it goes on
            }
        };
    }
}
