package sessions.bootstrap.logging;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A buffer of log lines that are written together, so that no other output comes between them. If the buffer is full,
 * it is written at once.
 */
final class LogBatch {

    private static final int CAPACITY = 1 << 16;

    private final OutputStream stream;
    private final ReentrantLock lock = new ReentrantLock();
    private final byte[] buffer = new byte[CAPACITY];
    private int size;

    LogBatch(OutputStream stream) {
        this.stream = stream;
    }

    void add(byte[] line) throws IOException {
        lock.lock();
        try {
            if (line.length > CAPACITY - size) {
                writeBuffer();
            }
            if (line.length > CAPACITY) {
                stream.write(line);
                return;
            }
            System.arraycopy(line, 0, buffer, size, line.length);
            size += line.length;
        } finally {
            lock.unlock();
        }
    }

    void flush() throws IOException {
        lock.lock();
        try {
            writeBuffer();
        } finally {
            lock.unlock();
        }
    }

    private void writeBuffer() throws IOException {
        int length = size;
        size = 0;
        if (length > 0) {
            stream.write(buffer, 0, length);
            stream.flush();
        }
    }
}
