package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Without Spark: tasks are names here. */
class DeskTest {

    private static final int TRIES = 2;
    private static final byte[] NONE = {};

    private long now;
    private final Desk desk = new Desk(TRIES, () -> now);

    /** A task that keeps what it was told. */
    private final class Asker {

        private final long number;
        private final String place;
        private final List<Long> pieces = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();

        Asker(long number, String place) {
            this.number = number;
            this.place = place;
        }

        Asker asks() {
            return brings(Desk.AGAIN, "");
        }

        Asker brings(long piece, String answer) {
            desk.ask(number, place, piece, answer.getBytes(StandardCharsets.UTF_8), (given, bytes) -> {
                pieces.add(given);
                texts.add(new String(bytes, StandardCharsets.UTF_8));
            });
            return this;
        }

        /** Brings the last piece back, and asks for more. */
        Asker done() {
            return brings(last(), texts.get(texts.size() - 1) + " done");
        }

        long last() {
            return pieces.get(pieces.size() - 1);
        }
    }

    /** Work that waits at the desk. */
    private CompletableFuture<List<String>> work(String... sheets) throws InterruptedException {
        return workAt("", sheets);
    }

    private CompletableFuture<List<String>> workAt(String place, String... sheets) throws InterruptedException {
        List<Desk.Sheet> work = new ArrayList<>();
        for (String sheet : sheets) work.add(new Desk.Sheet(sheet.getBytes(StandardCharsets.UTF_8), place));
        CompletableFuture<List<String>> answers = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                answers.complete(desk.run(work).stream()
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .toList());
            } catch (RuntimeException e) {
                answers.completeExceptionally(e);
            }
        });
        thread.start();
        while (thread.getState() != Thread.State.WAITING && !answers.isDone()) Thread.sleep(1); // for answers
        return answers;
    }

    @Test
    void piecesGoOutInTheirOrderAndAnswersComeInIt() throws Exception {
        CompletableFuture<List<String>> answers = work("a", "b", "c");
        Asker one = new Asker(1, "here").asks();
        Asker two = new Asker(2, "there").asks();
        two.done(); // fetches the third
        one.done();
        assertThat(answers).isNotDone();
        two.done();
        assertThat(answers.get()).containsExactly("a done", "b done", "c done");
        assertThat(one.texts).containsExactly("a");
        assertThat(two.texts).containsExactly("b", "c");
    }

    @Test
    void whoAskedBeforeIsToldWhenWorkComes() throws Exception {
        Asker early = new Asker(1, "here").asks();
        assertThat(early.pieces).isEmpty();
        CompletableFuture<List<String>> answers = work("a");
        assertThat(early.texts).containsExactly("a");
        early.done();
        assertThat(answers.get()).containsExactly("a done");
    }

    @Test
    void thePieceOfALostTaskGoesToAnother() throws Exception {
        Asker idle = new Asker(1, "here");
        Asker lost = new Asker(2, "there");
        CompletableFuture<List<String>> answers = work("a", "b");
        lost.asks();
        desk.ended(2, new IllegalStateException("killed"), true);
        idle.asks().done().done();
        assertThat(idle.texts).containsExactly("a", "b");
        assertThat(answers.get()).containsExactly("a done", "b done");
    }

    /** Its question was on the way when it was lost. */
    @Test
    void aLostTaskGetsNothing() throws Exception {
        CompletableFuture<List<String>> answers = work("a");
        desk.ended(7, new IllegalStateException("killed"), true);
        Asker late = new Asker(7, "there").asks();
        assertThat(late.pieces).containsExactly(Desk.END);
        new Asker(8, "here").asks().done();
        assertThat(answers.get()).containsExactly("a done");
    }

    @Test
    void aPieceThatTakesItsTaskAlongIsGivenUp() throws Exception {
        CompletableFuture<List<String>> answers = work("good", "bad", "good");
        new Asker(9, "here").asks();
        for (int task = 0; task < TRIES; task++) {
            Asker victim = new Asker(task, "here").asks();
            assertThat(victim.texts).containsExactly("bad");
            desk.ended(task, new IllegalStateException("out of line"), true);
        }
        assertThatThrownBy(answers::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        GivenUpException.class, e -> assertThat(e.piece()).isEqualTo(1))
                .hasMessageContaining("out of line");
        Asker next = new Asker(10, "here").asks();
        assertThat(next.pieces).as("the rest is not done").isEmpty();
    }

    @Test
    void whatIsNotThePiecesFaultDoesNotCount() throws Exception {
        CompletableFuture<List<String>> answers = work("a");
        for (int task = 0; task < 5 * TRIES; task++) {
            new Asker(task, "here").asks();
            desk.ended(task, new IllegalStateException("the worker is switched off"), false);
        }
        new Asker(99, "here").asks().done();
        assertThat(answers.get()).containsExactly("a done");
    }

    @Test
    void aPieceWaitsForTheTasksOfItsPlace() throws Exception {
        workAt("b", "x");
        Asker elsewhere = new Asker(1, "a").asks();
        assertThat(elsewhere.pieces).isEmpty();
        Asker there = new Asker(2, "b").asks();
        assertThat(there.texts).containsExactly("x");
        assertThat(elsewhere.pieces).isEmpty();
    }

    @Test
    void butNotForEver() throws Exception {
        workAt("b", "x");
        Asker elsewhere = new Asker(1, "a").asks();
        now = Desk.ELSEWHERE_NANOS + 1;
        desk.tick();
        assertThat(elsewhere.texts).containsExactly("x");
    }

    @Test
    void norForAPlaceThatIsLost() throws Exception {
        Asker there = new Asker(1, "b").asks();
        workAt("b", "x", "y");
        assertThat(there.texts).containsExactly("x");
        Asker elsewhere = new Asker(2, "a").asks();
        assertThat(elsewhere.pieces).isEmpty();
        desk.ended(1, new IllegalStateException("killed"), true);
        assertThat(elsewhere.texts).containsExactly("x");
        elsewhere.done();
        assertThat(elsewhere.texts).containsExactly("x", "y");
    }

    @Test
    void whoWaitsLongIsToldToAskAgain() throws Exception {
        Asker patient = new Asker(1, "here").asks();
        now = Desk.SILENCE_NANOS;
        desk.tick();
        assertThat(patient.pieces).isEmpty();
        now++;
        desk.tick();
        assertThat(patient.pieces).containsExactly(Desk.AGAIN);
        work("a");
        patient.asks();
        assertThat(patient.last()).isNotNegative();
    }

    @Test
    void anAnswerToAnothersPieceIsNotHeard() throws Exception {
        CompletableFuture<List<String>> answers = work("a", "b");
        Asker one = new Asker(1, "here").asks();
        Asker liar = new Asker(2, "there").asks();
        liar.brings(one.last(), "wrong");
        assertThat(liar.texts).containsExactly("b", "b");
        one.done();
        liar.done();
        assertThat(answers.get()).containsExactly("a done", "b done");
    }

    @Test
    void closingTellsEverybody() throws Exception {
        Asker waiting = new Asker(1, "here").asks();
        assertThat(desk.close()).isTrue();
        assertThat(waiting.pieces).containsExactly(Desk.END);
        assertThat(new Asker(2, "here").asks().pieces).containsExactly(Desk.END);
        assertThatThrownBy(() -> desk.run(List.of(new Desk.Sheet(NONE, ""))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cancelled");
    }

    @Test
    void closingGivesUpWhatIsUnderWay() throws Exception {
        CompletableFuture<List<String>> answers = work("a", "b");
        Asker busy = new Asker(1, "here").asks();
        assertThat(desk.close()).isFalse();
        assertThatThrownBy(answers::get).hasStackTraceContaining("cancelled");
        busy.done();
        assertThat(busy.last()).isEqualTo(Desk.END);
    }
}
