package sessions.seneca;

/** How a reply is told over HTTP. */
enum HttpDialect {

    /** The body is the bare result, and the status tells an error. Spoken by clients that send {@code seneca-id}. */
    HEADERS {
        @Override
        int status(Reply reply) {
            return reply instanceof Refusal ? ERROR : Reply.OK;
        }

        @Override
        String body(Reply reply) {
            return switch (reply) {
                case Result(String json) -> json == null ? "null" : json;
                case Refusal(var error) -> SenecaError.of(error).toJson();
            };
        }
    },

    /** The body's {@code meta$} tells nothing and errors apart from results. Spoken by clients that send it. */
    META {
        @Override
        int status(Reply reply) {
            return reply.status();
        }

        @Override
        String body(Reply reply) {
            return switch (reply) {
                case Result(String json) -> json == null ? "{\"meta$\":{\"empty\":true}}" : json;
                case Refusal(var error) -> SenecaError.withMeta(error).toJson();
            };
        }
    };

    /**
     * Of an error: one of the two hundreds but not 200, or the newer clients lose the error's message. Of those that they take, 202
     * and 203 would say something to proxies that is not so; 299 has no meaning but that of its class.
     */
    private static final int ERROR = 299;

    abstract int status(Reply reply);

    abstract String body(Reply reply);
}
