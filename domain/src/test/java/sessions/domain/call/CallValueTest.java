package sessions.domain.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CallValueTest {

    private final CallValue<String> value = new CallValue<>();

    @Test
    void valueIsBoundDuringTheCallOnly() {
        assertThat(value.get()).isEmpty();
        assertThat(value.call("a", value::get)).contains("a");
        assertThat(value.get()).isEmpty();
    }

    @Test
    void innerCallHidesTheOuterValueUntilItEnds() {
        List<Optional<String>> seen = value.call("outer",
                () -> List.of(value.call("inner", value::get), value.get()));
        assertThat(seen).containsExactly(Optional.of("inner"), Optional.of("outer"));
    }

    @Test
    void failedCallUnbindsTheValue() {
        assertThatThrownBy(() -> value.call("a", () -> {
            throw new IOException("failed");
        })).isInstanceOf(IOException.class);
        assertThat(value.get()).isEmpty();
    }

    @Test
    void otherThreadsDoNotSeeTheValue() {
        assertThat(value.call("a", () -> CompletableFuture.supplyAsync(value::get).join())).isEmpty();
    }
}
