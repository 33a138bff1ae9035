package thetascan.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.Dependency;
import org.apache.spark.FutureAction;
import org.apache.spark.Partition;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.collection.Iterator$;
import scala.collection.immutable.Nil$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;

/**
 * Pieces of work as a Spark dataset of one partition each. A class of its own, with the work inside the partitions,
 * costs a quarter of what a parallelised collection and a lambda do: about 1 ms for a local job.
 */
final class WorkRdd extends RDD<byte[]> {

    private static final long serialVersionUID = 1L;
    private static final ClassTag<byte[]> BYTES = ClassTag$.MODULE$.apply(byte[].class);

    private final transient List<? extends Work> work;

    private WorkRdd(SparkContext context, List<? extends Work> work) {
        super(context, noDependencies(), BYTES);
        this.work = work;
    }

    /** Does all the work as one job; results in the order of {@code work}. */
    static List<byte[]> run(SparkContext context, List<? extends Work> work) {
        if (work.isEmpty()) {
            return List.of();
        }
        Object results = context.runJob(new WorkRdd(context, work), new Only(), BYTES);
        return Arrays.asList((byte[][]) results);
    }

    /** Begins a job of this one piece of work, and does not wait for it. */
    static FutureAction<?> begin(SparkContext context, Work work) {
        return RDD.rddToAsyncRDDActions(new WorkRdd(context, List.of(work)), BYTES)
                .collectAsync();
    }

    @Override
    public Partition[] getPartitions() {
        Partition[] partitions = new Partition[work.size()];
        for (int i = 0; i < partitions.length; i++) partitions[i] = new WorkPartition(i, work.get(i));
        return partitions;
    }

    /** An island is looked for where it is. */
    @Override
    public Seq<String> getPreferredLocations(Partition split) {
        String place = ((WorkPartition) split).work.place();
        if (place.isEmpty()) return super.getPreferredLocations(split);
        return CollectionConverters.asScala(List.of(place)).toSeq();
    }

    @Override
    public Iterator<byte[]> compute(Partition split, TaskContext context) {
        return Iterator$.MODULE$.single(((WorkPartition) split).work.run());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Nil is a Seq of anything
    private static Seq<Dependency<?>> noDependencies() {
        return (Seq) Nil$.MODULE$;
    }

    private static final class WorkPartition implements Partition {

        private static final long serialVersionUID = 1L;

        private final int index;
        private final Work work;

        WorkPartition(int index, Work work) {
            this.index = index;
            this.work = work;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WorkPartition partition && partition.index == index;
        }

        @Override
        public int hashCode() {
            return index;
        }
    }

    /**
     * The one element of a partition. A function of the task as well, which it has no use for: Spark wraps others in a closure
     * of its own, and searches the byte code of that for each job.
     */
    private static final class Only extends AbstractFunction2<TaskContext, Iterator<byte[]>, byte[]>
            implements Serializable {

        private static final long serialVersionUID = 1L;

        @Override
        public byte[] apply(TaskContext task, Iterator<byte[]> elements) {
            return elements.next();
        }
    }
}
