package sessions.seneca.http;

import sessions.seneca.message.FailureReply;
import sessions.seneca.message.SenecaError;
import sessions.seneca.message.SenecaReply;
import sessions.seneca.message.SuccessReply;

/** How a reply is told over HTTP. */
public enum HttpDialect {

    /** The body is the bare result, and the status tells an error. Spoken by clients that send {@code seneca-id}. */
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

    /** The body's {@code meta$} tells nothing and errors apart from results. Spoken by clients that send it. */
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
     * Of an error: one of the two hundreds but not 200, or the newer clients lose the error's message. Of those that they take, 202
     * and 203 would say something to proxies that is not so; 299 has no meaning but that of its class.
     */
    private static final int ERROR = 299;

    public abstract int status(SenecaReply reply);

    public abstract String body(SenecaReply reply);
}
