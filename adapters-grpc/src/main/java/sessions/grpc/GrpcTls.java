package sessions.grpc;

import org.jspecify.annotations.Nullable;

/**
 * Certificate and key of the service, in PEM (RFC 7468).
 *
 * @param certificates the service's certificate, and after it those that lead to an authority
 * @param key its private key
 * @param keyPassword what the key is encrypted with, or null where it is not
 * @param clientAuthorities certificates of authorities; where given, a caller must have a certificate of one of them. Null where
 *                          callers need none
 */
public record GrpcTls(String certificates, String key, @Nullable String keyPassword,
        @Nullable String clientAuthorities) {

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return clientAuthorities == null ? "GrpcTls" : "GrpcTls[with client certificates]";
    }
}
