package sessions.persistence.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.WriteConcern;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import sessions.domain.error.InvalidDataException;

/** When MongoDB confirms a write. */
final class MongoDurability {

    /**
     * Once the write is on the disks of a majority of servers, so that it survives a power failure and the loss of a
     * primary.
     */
    private static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);

    private MongoDurability() {
    }

    /**
     * Returns the write concern of a URL, with durable defaults for the options that it does not set. With
     * {@code w=1}, writes survive a crash of the primary but not its loss.
     *
     * @throws InvalidDataException if a crash of the primary could lose a write that it has confirmed
     */
    static WriteConcern of(ConnectionString url) {
        WriteConcern given = url.getWriteConcern();
        if (given == null) {
            return DURABLE;
        }
        if (isWeak(given)) {
            throw InvalidDataException.of("--store", "must not set w=0, journal=false or safe=false:"
                    + " MongoDB would confirm changes that it can lose; the default is w=majority with journal=true");
        }
        WriteConcern concern = given.getWObject() == null ? DURABLE : given.withJournal(true);
        Integer timeout = given.getWTimeout(TimeUnit.MILLISECONDS);
        return timeout == null ? concern : concern.withWTimeout(timeout, TimeUnit.MILLISECONDS);
    }

    private static boolean isWeak(WriteConcern given) {
        return Objects.equals(given.getWObject(), 0) || Boolean.FALSE.equals(given.getJournal());
    }
}
