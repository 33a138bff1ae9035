package thetascan.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thetascan.random.RandomStream;

/**
 * The first points of an archive in families.
 *
 * @param members positions of the points of each family
 * @param divided how many points belong to one
 */
record Groups(List<int[]> members, int divided) {

    /** Nothing is known. */
    static final Groups NONE = new Groups(List.of(), 0);

    /**
     * @param families of the first points, from 1, none left out
     */
    static Groups of(int[] families) {
        List<int[]> members = new ArrayList<>();
        for (int family = 1; family <= Arrays.stream(families).max().orElse(0); family++) {
            int[] positions = new int[families.length];
            int count = 0;
            for (int i = 0; i < families.length; i++) {
                if (families[i] == family) {
                    positions[count++] = i;
                }
            }
            members.add(Arrays.copyOf(positions, count));
        }
        return new Groups(List.copyOf(members), families.length);
    }

    /**
     * Position of a point, each family as likely as any other; those that belong to none are one more.
     *
     * @param size number of points
     */
    int draw(int size, RandomStream random) {
        if (members.size() < 2) {
            return random.nextInt(size);
        }
        int family = random.nextInt(members.size() + (size > divided ? 1 : 0));
        if (family == members.size()) {
            return divided + random.nextInt(size - divided);
        }
        int[] positions = members.get(family);
        return positions[random.nextInt(positions.length)];
    }

    /** The family of each divided point. */
    long[] families() {
        long[] families = new long[divided];
        for (int family = 0; family < members.size(); family++) {
            for (int position : members.get(family)) {
                families[position] = family + 1;
            }
        }
        return families;
    }
}
