package thetascan.spark;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.rpc.RpcEndpointNotFoundException;
import org.apache.spark.rpc.RpcEndpointRef;
import org.apache.spark.serializer.SerializerInstance;
import org.apache.spark.util.RpcUtils;
import org.jspecify.annotations.Nullable;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * A task that stays in its executor and does one piece of work after the other, as it gets them from the {@link Desk} of the driver.
 * Messages are arrays of bytes, since what carries them does not know the classes of a jar that came after the executor.
 */
final class ResidentTask implements Work {

    private static final long serialVersionUID = 1L;
    private static final ClassTag<byte[]> BYTES = ClassTag$.MODULE$.apply(byte[].class);
    private static final ClassTag<Work> WORK = ClassTag$.MODULE$.apply(Work.class);

    private final String desk;
    private final long job;

    /**
     * @param desk name of the driver's endpoint
     * @param job  that this task is
     */
    ResidentTask(String desk, long job) {
        this.desk = desk;
        this.job = job;
    }

    /**
     * What a task asks.
     *
     * @param job    that the task is
     * @param task   number that no other task has
     * @param place  where it runs
     * @param piece  that it did last; {@link Desk#AGAIN} = none
     * @param answer what came of it
     */
    record Question(long job, long task, String place, long piece, byte[] answer) {

        byte[] toBytes() {
            return new StateOutput()
                    .put("job", job)
                    .put("task", task)
                    .put("place", place)
                    .put("piece", piece)
                    .put("answer", answer)
                    .toByteArray();
        }

        static Question of(byte[] bytes) {
            StateInput in = new StateInput(bytes);
            return new Question(
                    in.getLong("job"),
                    in.getLong("task"),
                    in.getText("place"),
                    in.getLong("piece"),
                    in.getBytes("answer"));
        }
    }

    static byte[] reply(long piece, byte[] work) {
        return new StateOutput().put("piece", piece).put("work", work).toByteArray();
    }

    /** As a piece of work travels. */
    static byte[] bytes(Work work) {
        ByteBuffer written = serializer().serialize(work, WORK);
        byte[] bytes = new byte[written.remaining()];
        written.get(bytes);
        return bytes;
    }

    private static SerializerInstance serializer() {
        return SparkEnv.get().closureSerializer().newInstance();
    }

    /**
     * Pieces are done in a thread of their own. In the task's own one Spark may keep locks on what was shared and read there until the
     * task ends.
     */
    @Override
    public byte[] run() {
        long task = TaskContext.get().taskAttemptId();
        AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
        Thread thread = new Thread(() -> serve(task, broken), "pieces of task " + task);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        Throwable reason = broken.get();
        if (reason instanceof RuntimeException exception) throw exception;
        if (reason instanceof Error error) throw error; // with no memory left Spark ends the executor
        if (reason != null) throw new IllegalStateException(reason);
        return new byte[0];
    }

    private void serve(long task, AtomicReference<@Nullable Throwable> broken) {
        try {
            serve(task);
        } catch (Throwable e) { // Scala and models declare nothing; the task is told
            broken.set(e);
        }
    }

    private void serve(long task) {
        RpcEndpointRef driver = driver();
        if (driver == null) return;
        SerializerInstance serializer = serializer();
        String place = Place.here();
        long piece = Desk.AGAIN;
        byte[] answer = new byte[0];
        while (true) {
            byte[] question = new Question(job, task, place, piece, answer).toBytes();
            StateInput reply = new StateInput(driver.askSync(question, RpcUtils.INFINITE_TIMEOUT(), BYTES));
            piece = reply.getLong("piece");
            if (piece == Desk.END) return;
            byte[] bytes = reply.getBytes("work");
            if (piece == Desk.AGAIN) answer = bytes;
            else answer = doing(bytes, serializer);
        }
    }

    /** The desk; null if it was closed before this task began, which fails no scan: the driver knows that this one never asked. */
    private @Nullable RpcEndpointRef driver() {
        SparkEnv here = SparkEnv.get();
        try {
            return RpcUtils.makeDriverRef(desk, here.conf(), here.rpcEnv());
        } catch (Exception e) { // Scala declares nothing
            if (e.getCause() instanceof RpcEndpointNotFoundException) return null;
            throw e;
        }
    }

    private static byte[] doing(byte[] bytes, SerializerInstance serializer) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader(); // knows the jars of the scan
        byte[] answer =
                serializer.deserialize(ByteBuffer.wrap(bytes), loader, WORK).run();
        Thread.interrupted(); // a piece may leave its thread interrupted
        return answer;
    }
}
