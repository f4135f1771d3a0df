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
 * Fails the tests of a class where buffers of Netty were not given back. One whose connection ends after its test is laid at
 * the next class's door.
 */
public final class BufferLeakCheck implements BeforeAllCallback, AfterAllCallback {

    private static final Queue<String> LOST = new ConcurrentLinkedQueue<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        ByteBufUtil.setLeakListener((_, records) -> LOST.add(records));
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        collectGarbage();
        reportWhatIsCollected();
        List<String> lost = new ArrayList<>();
        for (String records = LOST.poll(); records != null; records = LOST.poll()) {
            lost.add(records);
        }
        if (!lost.isEmpty()) {
            throw new AssertionError(
                    lost.size() + " buffers were not given back, the first of them:" + lost.getFirst());
        }
    }

    /** Returns once references to what is garbage now are cleared. */
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

    /** Which Netty does whenever it makes a buffer. */
    private static void reportWhatIsCollected() {
        ByteBuf buffer = PooledByteBufAllocator.DEFAULT.buffer();
        buffer.release();
    }
}
