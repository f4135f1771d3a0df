package sessions.seneca.http;

import sessions.seneca.message.FailureReply;
import sessions.seneca.message.SenecaError;
import sessions.seneca.message.SenecaReply;
import sessions.seneca.message.SuccessReply;

/** The form of a reply over HTTP. */
public enum HttpDialect {

    /** The body is the bare result; the status marks an error. For clients that send the header {@code seneca-id}. */
    HEADERS {
        @Override
        public int status(SenecaReply reply) {
            return reply instanceof FailureReply ? ERROR : SenecaReply.OK;
        }

        @Override
        public String body(SenecaReply reply) {
            return switch (reply) {
                case SuccessReply(String json) -> json == null ? "null" : json;
                case FailureReply(var error) -> SenecaError.of(error).toJson();
            };
        }
    },

    /** {@code meta$} in the body marks empty results and errors. For clients that send {@code meta$}. */
    META {
        @Override
        public int status(SenecaReply reply) {
            return reply.status();
        }

        @Override
        public String body(SenecaReply reply) {
            return switch (reply) {
                case SuccessReply(String json) -> json == null ? "{\"meta$\":{\"empty\":true}}" : json;
                case FailureReply(var error) -> SenecaError.withMeta(error).toJson();
            };
        }
    };

    /**
     * The HTTP status of errors. It must be a 2xx status other than 200, or newer clients lose the error's message. 299
     * has no meaning beyond its class; 202 and 203 have one that would mislead proxies.
     */
    private static final int ERROR = 299;

    public abstract int status(SenecaReply reply);

    public abstract String body(SenecaReply reply);
}
