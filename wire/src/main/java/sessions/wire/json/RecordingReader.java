package sessions.wire.json;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Keeps the text read so far, from a start position that moves forward. Positions are in characters from the start. */
public final class RecordingReader extends FilterReader {

    private final StringBuilder remembered = new StringBuilder();
    private long start;

    public RecordingReader(Reader source) {
        super(source);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count > 0) {
            remembered.append(buffer, offset, count);
        }
        return count;
    }

    /** Returns the text between two positions, which must still be kept. */
    public String text(long from, long to) {
        return remembered.substring((int) (from - start), (int) (to - start));
    }

    public void forgetBefore(long place) {
        remembered.delete(0, (int) (place - start));
        start = place;
    }
}
