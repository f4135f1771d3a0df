package sessions.persistence.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteError;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonMaximumSizeExceededException;
import sessions.domain.error.ContentTooLargeException;
import sessions.domain.error.SessionsException;
import sessions.domain.error.StoreFailedException;
import sessions.domain.error.StoreUnavailableException;

/** Runs database calls and translates exceptions. */
final class MongoErrors {

    private static final int DUPLICATE_KEY = 11000;

    /** The document, or the updated document, is larger than 16 MiB. */
    private static final Set<Integer> TOO_LARGE = Set.of(10334, 17419, 17420);

    private MongoErrors() {
    }

    /**
     * Runs a call.
     *
     * @param doing the purpose, for error messages; completes "The store could not …"
     */
    static <T> T guarded(String doing, Supplier<T> call) {
        try {
            return call.get();
        } catch (SessionsException known) {
            throw known;
        } catch (BsonMaximumSizeExceededException tooLarge) {
            throw tooLarge();
        } catch (RuntimeException failed) {
            throw translated(doing, failed);
        }
    }

    static SessionsException translated(String doing, RuntimeException failed) {
        String message = "The store could not " + doing;
        if (failed instanceof MongoException mongo && TOO_LARGE.contains(code(mongo))) {
            return tooLarge();
        }
        return isUnavailable(failed)
                ? new StoreUnavailableException(message, withoutValues(failed))
                : new StoreFailedException(message, withoutValues(failed));
    }

    /** Returns whether an insert failed because a document has the same value in a unique index. */
    static boolean isDuplicate(MongoException failed) {
        return code(failed) == DUPLICATE_KEY;
    }

    static boolean isDuplicate(WriteError error) {
        return error.getCode() == DUPLICATE_KEY;
    }

    /**
     * Replaces an exception of the server, whose message quotes ids, which are secrets, and content. Only its error
     * code is kept.
     */
    private static Exception withoutValues(RuntimeException failed) {
        return failed instanceof MongoServerException returned
                ? new IllegalStateException("MongoDB returned the error " + code(returned) + " " + name(returned))
                : failed;
    }

    private static int code(MongoException failed) {
        return switch (failed) {
            case MongoWriteException write -> write.getError().getCode();
            case MongoBulkWriteException bulk when !bulk.getWriteErrors().isEmpty() ->
                bulk.getWriteErrors().getFirst().getCode();
            default -> failed.getCode();
        };
    }

    private static String name(MongoServerException returned) {
        return returned instanceof MongoCommandException command ? command.getErrorCodeName() : "";
    }

    /**
     * Returns whether no server is available, none accepts writes, or the client is closed (the driver then throws an
     * {@code IllegalStateException}).
     */
    private static boolean isUnavailable(RuntimeException failed) {
        return failed instanceof MongoClientException || failed instanceof MongoSocketException
                || failed instanceof MongoNotPrimaryException || failed instanceof MongoNodeIsRecoveringException
                || failed instanceof MongoInterruptedException || failed instanceof MongoExecutionTimeoutException
                || failed instanceof MongoWriteConcernException
                || failed instanceof IllegalStateException;
    }

    private static ContentTooLargeException tooLarge() {
        return new ContentTooLargeException("The session would be larger than MongoDB's limit of 16 MiB");
    }
}
