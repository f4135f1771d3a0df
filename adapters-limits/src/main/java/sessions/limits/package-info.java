/** Limits on request rates, on Bucket4j. Entry: {@link sessions.limits.BucketRateLimit}. */
@NullMarked
package sessions.limits;

import org.jspecify.annotations.NullMarked;
