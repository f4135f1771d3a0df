/**
 * Stores sessions in MongoDB, in the document shape of the original service. Entry:
 * {@link sessions.persistence.mongo.MongoStoreProvider}.
 */
@NullMarked
package sessions.persistence.mongo;

import org.jspecify.annotations.NullMarked;
