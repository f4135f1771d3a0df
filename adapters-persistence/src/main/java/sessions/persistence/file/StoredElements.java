package sessions.persistence.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import sessions.domain.error.SessionsException;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.IdempotencyRecord;
import sessions.persistence.memory.StagedSessions;
import sessions.wire.archive.IdempotencyRecordJson;
import sessions.wire.archive.Normalisation;
import sessions.wire.archive.SessionDocuments;
import sessions.wire.archive.StoredSession;

/**
 * Reads the elements of a store's files. A missing file has no elements. All methods throw {@link IOException} if a
 * file contains anything else; the message says where.
 */
final class StoredElements {

    private static final Logger LOG = System.getLogger(StoredElements.class.getName());

    private StoredElements() {
    }

    /** Adds the sessions of a file, with their idempotency records. */
    static void sessions(Path file, ExpiryPolicy expiry, StagedSessions sessions) throws IOException {
        Map<Normalisation, Integer> normalised = new EnumMap<>(Normalisation.class);
        read(file, document -> {
            StoredSession stored = StoredSession.read(document, expiry);
            if (sessions.contains(stored.session().id())) {
                throw new IllegalArgumentException("has the same id as an earlier element");
            }
            sessions.load(stored.session());
            if (stored.record() != null) {
                sessions.load(stored.record());
            }
            stored.normalised().forEach(each -> normalised.merge(each, 1, Integer::sum));
        });
        normalised.forEach((each, count) -> LOG.log(Level.WARNING,
                "Repaired sessions in " + file + ": " + count + " " + each.text()));
    }

    static Set<IdempotencyRecord> records(Path file) throws IOException {
        Set<IdempotencyRecord> records = new HashSet<>();
        read(file, document -> records.add(IdempotencyRecordJson.read(document)));
        return records;
    }

    private static void read(Path file, Consumer<String> elements) throws IOException {
        try (SessionDocuments documents = SessionDocuments.read(contentOf(file))) {
            while (documents.hasNext()) {
                read(documents.next(), file, elements);
            }
        } catch (SessionsException malformed) {
            throw new IOException(file + " cannot be read: " + malformed.getMessage(), malformed);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static InputStream contentOf(Path file) throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException none) {
            return InputStream.nullInputStream();
        }
    }

    private static void read(SessionDocuments.Document document, Path file, Consumer<String> elements)
            throws IOException {
        try {
            elements.accept(document.text());
        } catch (SessionsException | IllegalArgumentException unusable) {
            throw new IOException(file + " cannot be read: element " + document.number() + ", on line "
                    + document.line() + ", is invalid: " + unusable.getMessage(), unusable);
        }
    }
}
