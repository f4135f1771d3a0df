package sessions.bootstrap.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A random generator that is reproducible by its seed. */
record SeededRandom(RandomGenerator random) {

    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM = RandomGeneratorFactory
            .of("L64X128MixRandom");

    static SeededRandom of(long seed) {
        return new SeededRandom(ALGORITHM.create(seed));
    }

    /** Returns true once in so many times on average. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
