package sessions.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.InvalidJsonException;
import sessions.wire.archive.SessionDocuments.Document;

class SessionDocumentsTest {

    private static final String ONE = "{\"id\":\"a\",\"data\":{ \"x\":[1.0,\"\\ud800}\"], \"x\":12345678901234567890}}";
    private static final String TWO = "{\"open_time\":{\"$date\":1},\n\"user_name\":\"é😀\"}";

    @Test
    void readsElementsOfAnArray() {
        assertThat(read("\n[ " + ONE + " ,\n" + TWO + "]\n")).containsExactly(new Document(ONE, 1, 2),
                new Document(TWO, 2, 3));
    }

    @Test
    void readsValuesOfAnObject() {
        assertThat(read("{\"k\": " + ONE + ",\n\"l\":\n" + TWO + "}")).containsExactly(new Document(ONE, 1, 1),
                new Document(TWO, 2, 3));
    }

    @Test
    void readsASequenceOfDocuments() {
        assertThat(read(ONE + "\n" + TWO + "\r\n\n" + ONE + ONE)).containsExactly(new Document(ONE, 1, 1),
                new Document(TWO, 2, 2), new Document(ONE, 3, 5), new Document(ONE, 4, 5));
        assertThat(read(TWO + "\n" + ONE)).containsExactly(new Document(TWO, 1, 1), new Document(ONE, 2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "[]", "[ ]\n", "{}", " { } "})
    void emptyFilesHaveNoDocuments(String file) {
        assertThat(read(file)).isEmpty();
    }

    @Test
    void valuesOtherThanObjectsAreDocumentsToo() {
        assertThat(read("[5 ,null,\"x\",[{}],{}]")).extracting(Document::text).containsExactly("5", "null", "\"x\"",
                "[{}]", "{}");
        assertThat(read("true")).extracting(Document::text).containsExactly("true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[{} | malformed at line 1, column 4", "[{},] | malformed at line 1, column 5",
            "[{}] [] | after the end of the JSON at line 1, column 6",
            "{\"k\":{}} {} | after the end of the JSON at line 1, column 10",
            "{\"k\":{} | malformed at line 1, column", "[{\"a\":1 | malformed at line 1",
            "{\"id\":1 | malformed at line 1",
            "[{}{}] | malformed at line 1, column 4", "[{} 5] | malformed", "hello | malformed",
            "[{\"a\":tru}] | malformed",
            "\ufeff[] | malformed at line 1, column 1"})
    void invalidJsonIsReportedWithItsPosition(String file, String message) {
        assertThatExceptionOfType(InvalidJsonException.class).isThrownBy(() -> read(file))
                .withMessageContaining(message);
    }

    @Test
    void nestingOfDocumentsIsLimited() {
        String deepest = "{\"data\":" + "[".repeat(500) + "]".repeat(500) + "}";
        assertThat(read("[" + deepest + "]")).hasSize(1);
        assertThatThrownBy(() -> read("[[" + deepest + "]]")).isInstanceOf(InvalidJsonException.class)
                .hasMessage("The JSON nests deeper than 500 levels");
    }

    @Test
    void otherEncodingsAreRejected() {
        byte[] latin = ("[{}," + " ".repeat(100_000) + "{\"user_name\":\"é\"}]").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> all(SessionDocuments.read(new ByteArrayInputStream(latin))))
                .isInstanceOf(InvalidJsonException.class).hasMessageContaining("not UTF-8");
    }

    @Test
    void unreadableFileIsNotReportedAsInvalid() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        assertThatThrownBy(() -> all(SessionDocuments.read(closed))).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Stream closed");
    }

    @Test
    void iterationEndsAfterTheLastDocument() {
        try (SessionDocuments documents = SessionDocuments.read(new ByteArrayInputStream(new byte[0]))) {
            assertThat(documents.hasNext()).isFalse();
            assertThatThrownBy(documents::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    /** Reads half a gigabyte on one line, more than the heap of the tests can hold. */
    @Test
    void memoryDependsOnTheLargestDocumentOnly() {
        byte[] part = ("{\"id\":\"" + "x".repeat(1 << 20) + "\"},").getBytes(StandardCharsets.UTF_8);
        int count = 512;
        List<InputStream> parts = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(_ -> (InputStream) new ByteArrayInputStream(part)).toList());
        parts.addFirst(new ByteArrayInputStream("[".getBytes(StandardCharsets.UTF_8)));
        parts.addLast(new ByteArrayInputStream("{}]".getBytes(StandardCharsets.UTF_8)));
        long read = 0;
        try (SessionDocuments documents = SessionDocuments
                .read(new SequenceInputStream(Collections.enumeration(parts)))) {
            while (documents.hasNext()) {
                read += documents.next().text().length();
            }
        }
        assertThat(read).isEqualTo(count * (part.length - 1L) + 2);
    }

    @Test
    void textShowsOnlyThePosition() {
        assertThat(new Document(ONE, 7, 9)).hasToString("Document[number 7, line 9]");
    }

    private static List<Document> read(String file) {
        return all(SessionDocuments.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<Document> all(SessionDocuments open) {
        List<Document> all = new ArrayList<>();
        try (open) {
            open.forEachRemaining(all::add);
        }
        return all;
    }
}
