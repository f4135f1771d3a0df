package sessions.grpc;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class if Netty buffers were not released. A buffer whose connection ends after its test class is
 * reported for the next class.
 */
public final class BufferLeakCheck implements BeforeAllCallback, AfterAllCallback {

    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        ByteBufUtil.setLeakListener((_, records) -> LEAKS.add(records));
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        collectGarbage();
        reportCollectedBuffers();
        List<String> leaks = new ArrayList<>();
        for (String records = LEAKS.poll(); records != null; records = LEAKS.poll()) {
            leaks.add(records);
        }
        if (!leaks.isEmpty()) {
            throw new AssertionError(
                    leaks.size() + " buffers were not released, the first of them:" + leaks.getFirst());
        }
    }

    /** Returns when the references to current garbage are cleared. */
    private static void collectGarbage() throws InterruptedException {
        ReferenceQueue<Object> cleared = new ReferenceQueue<>();
        WeakReference<Object> garbage = new WeakReference<>(new Object(), cleared);
        try {
            System.gc();
            cleared.remove();
        } finally {
            Reference.reachabilityFence(garbage);
        }
    }

    /** Makes Netty report collected buffers, which it does whenever it allocates a buffer. */
    private static void reportCollectedBuffers() {
        ByteBuf buffer = PooledByteBufAllocator.DEFAULT.buffer();
        buffer.release();
    }
}
