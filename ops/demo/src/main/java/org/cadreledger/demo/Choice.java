package org.cadreledger.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The only source of chance: a stream of numbers that depends on the seed and on what is being decided, not on the order in
 * which things are planned. So a change to one part of the plan leaves the others as they were.
 */
final class Choice {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final SplittableRandom random;

    private Choice(long state) {
        this.random = new SplittableRandom(state);
    }

    static Choice of(long seed, Object... about) {
        long hash = FNV_OFFSET ^ seed;
        for (Object part : about) {
            String text = String.valueOf(part);
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ '/') * FNV_PRIME;
        }
        return new Choice(hash);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** @return 0 ≤ n &lt; bound */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }
}
