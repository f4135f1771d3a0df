package sessions.bootstrap.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the known name that is most similar to a mistyped one. */
final class NearestName {

    /** The maximum edit distance, relative to the length of the mistyped name. */
    private static final double TYPOS = 0.4;

    private NearestName() {
    }

    /** Returns the most similar name, or empty if none is similar enough. */
    static Optional<String> to(String mistyped, Collection<String> names) {
        LevenshteinDistance distance = new LevenshteinDistance((int) Math.ceil(mistyped.length() * TYPOS));
        record Near(String name, int distance) {
        }
        return names.stream().map(name -> new Near(name, distance.apply(mistyped, name)))
                .filter(near -> near.distance() >= 0)
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name)).map(Near::name);
    }
}
