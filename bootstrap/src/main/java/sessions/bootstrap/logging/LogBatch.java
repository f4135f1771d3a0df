package sessions.bootstrap.logging;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;

/** Lines that wait to be written as one, so that none of others comes within. As many as have room; then they no longer wait. */
final class LogBatch {

    private static final int ROOM = 1 << 16;

    private final OutputStream stream;
    private final ReentrantLock lock = new ReentrantLock();
    private final byte[] waiting = new byte[ROOM];
    private int size;

    LogBatch(OutputStream stream) {
        this.stream = stream;
    }

    void add(byte[] line) throws IOException {
        lock.lock();
        try {
            if (line.length > ROOM - size) {
                writeWaiting();
            }
            if (line.length > ROOM) {
                stream.write(line);
                return;
            }
            System.arraycopy(line, 0, waiting, size, line.length);
            size += line.length;
        } finally {
            lock.unlock();
        }
    }

    void writeOut() throws IOException {
        lock.lock();
        try {
            writeWaiting();
        } finally {
            lock.unlock();
        }
    }

    private void writeWaiting() throws IOException {
        int length = size;
        size = 0;
        if (length > 0) {
            stream.write(waiting, 0, length);
            stream.flush();
        }
    }
}
