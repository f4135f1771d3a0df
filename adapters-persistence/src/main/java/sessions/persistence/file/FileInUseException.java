package sessions.persistence.file;

import java.io.IOException;

/** Thrown if another store has the file open. */
final class FileInUseException extends IOException {

    private static final long serialVersionUID = 1L;

    FileInUseException(String message) {
        super(message);
    }
}
