/** Rates of requests, counted by Bucket4j. Entry: {@link sessions.limits.BucketRateLimit}. */
@NullMarked
package sessions.limits;

import org.jspecify.annotations.NullMarked;
