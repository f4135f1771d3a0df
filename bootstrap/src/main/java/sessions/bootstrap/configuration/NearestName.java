package sessions.bootstrap.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that was probably meant by a mistyped one. */
final class NearestName {

    /** How much of a name may be mistyped. */
    private static final double TYPOS = 0.4;

    private NearestName() {
    }

    /** The nearest of the names, or empty where none is near. */
    static Optional<String> to(String mistyped, Collection<String> names) {
        LevenshteinDistance distance = new LevenshteinDistance((int) Math.ceil(mistyped.length() * TYPOS));
        record Near(String name, int distance) {
        }
        return names.stream().map(name -> new Near(name, distance.apply(mistyped, name)))
                .filter(near -> near.distance() >= 0)
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name)).map(Near::name);
    }
}
