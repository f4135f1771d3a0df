package sessions.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.benchmarks.population.OpeningSpread;
import sessions.benchmarks.population.Population;
import sessions.benchmarks.population.StoreKind;
import sessions.benchmarks.program.TemporaryFolder;
import sessions.domain.model.SessionFilter;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.SessionResources;

/**
 * Compares the cost of the last and the first pages of a long list through the driving port. Prints a table in
 * Markdown.
 */
public final class CursorWalk {

    private final PrintStream out;

    CursorWalk(PrintStream out) {
        this.out = out;
    }

    /** Takes the number of sessions and the stores, see {@link CursorWalkArguments#USAGE}. */
    public static void main(String[] arguments) throws IOException {
        new CursorWalk(System.out).run(CursorWalkArguments.parse(arguments));
    }

    void run(CursorWalkArguments arguments) throws IOException {
        out.printf("%,d sessions, Java %s%n%n", arguments.sessions(), Runtime.version().feature());
        out.println("| store | opened within | list | pages | measured | first | last | last / first |");
        out.println("|---|---|---|---|---|---|---|---|");
        for (StoreKind kind : arguments.stores()) {
            for (OpeningSpread spread : OpeningSpread.values()) {
                measure(kind, new Population(arguments.sessions(), spread));
            }
        }
    }

    private void measure(StoreKind kind, Population population) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create();
                SessionStore store = kind.filled(population, folder.path())) {
            SessionResources resources = resources(store, population);
            measure(kind, population, "all", population.size(), new PageWalk(resources, SessionFilter.ALL));
            measure(kind, population, "one user's", population.sizeOfBusy(),
                    new PageWalk(resources, SessionFilter.ofUser(Population.BUSY)));
        }
    }

    private static SessionResources resources(SessionStore store, Population population) {
        return UseCases.on(store, InstantSource.fixed(population.spread().end()),
                new SessionRules(Population.EXPIRY, PageWalk.PAGE_SIZE), (_, patch) -> patch,
                new ServiceInfo("host", "sessions", "For measuring", population.spread().end(), Map.of(), List.of()))
                .resources();
    }

    private void measure(StoreKind kind, Population population, String list, int sessions, PageWalk walk) {
        FirstAndLastPages measured = FirstAndLastPages.measure(walk, sessions);
        out.printf("| %s | %s | %s | %s |%n", kind, population.spread(), list, measured.tableCells());
        out.flush();
    }
}
