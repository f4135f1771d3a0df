package sessions.client;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import sessions.wire.json.SingleLine;

/** Descriptions of network errors for people, in one line. */
final class NetworkErrors {

    private static final int MAX_LENGTH = 200;

    private NetworkErrors() {
    }

    /** Returns what went wrong, as the end of a sentence about the service. */
    static String problem(@Nullable Throwable fault, Duration connectTimeout) {
        return TlsErrors.problem(fault).map(wrong -> "cannot be called: " + wrong)
                .orElseGet(() -> noAnswer(summary(fault, connectTimeout)));
    }

    static String noAnswer(String reason) {
        return "does not answer: " + reason;
    }

    private static String summary(@Nullable Throwable fault, Duration connectTimeout) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "unknown host";
            }
        }
        return switch (fault) {
            case HttpTimeoutException tooLong -> "no connection within " + duration(connectTimeout);
            case ConnectException refused when refused.getMessage() == null -> "connection refused";
            case null -> "connection lost";
            default -> message(fault);
        };
    }

    /** Returns a duration as text, such as {@code 10 s} or {@code 250 ms}. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    /** Returns the message in one short line, or the name of the exception if it has none. */
    static String message(Throwable fault) {
        String message = fault.getMessage();
        return message == null || message.isBlank()
                ? fault.getClass().getSimpleName()
                : SingleLine.of(message, MAX_LENGTH);
    }
}
