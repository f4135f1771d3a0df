package sessions.seneca.http;

import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import sessions.domain.telemetry.TraceContext;
import sessions.seneca.message.IncomingMessage;
import sessions.seneca.message.UnsupportedMediaTypeException;
import sessions.transport.BodyReader;
import sessions.transport.CorrelationId;
import sessions.transport.KeyHeaders;
import sessions.wire.command.MessageMembers;

/** A message in the body of an HTTP request. */
public final class SenecaHttpMessage implements IncomingMessage {

    /** The header with the message's id. The client expects the same id in the response. */
    public static final String ID = "seneca-id";

    private static final String META = "meta$";
    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";

    private final Request request;
    private final HttpFields headers;
    private final BodyReader limit;
    private HttpDialect dialect;

    public SenecaHttpMessage(Request request, BodyReader limit) {
        this.request = request;
        this.limit = limit;
        headers = request.getHeaders();
        dialect = headers.contains(ID) ? HttpDialect.HEADERS : HttpDialect.META;
    }

    /** Returns the dialect of the reply. Until the message is read, the headers determine it. */
    public HttpDialect dialect() {
        return dialect;
    }

    @Override
    public String address() {
        return Request.getRemoteAddr(request);
    }

    @Override
    public @Nullable String key() {
        return KeyHeaders.key(headers.getValuesList(KeyHeaders.AUTHORIZATION),
                headers.getValuesList(KeyHeaders.API_KEY));
    }

    @Override
    public @Nullable String correlationId() {
        return headers.get(CorrelationId.HEADER);
    }

    @Override
    public @Nullable TraceContext trace() {
        List<String> states = headers.getValuesList(STATE);
        return TraceContext.parse(headers.get(PARENT), String.join(",", states)).orElse(null);
    }

    @Override
    public MessageMembers message() throws IOException {
        byte[] body = limit.read(request.getLength(), headers.contains(HttpHeader.EXPECT),
                () -> Request.asInputStream(request));
        requireJson();
        MessageMembers message = MessageMembers.read(body);
        dialect = message.has(META) ? HttpDialect.META : HttpDialect.HEADERS;
        return message;
    }

    private void requireJson() {
        String type = headers.get(HttpHeader.CONTENT_TYPE);
        if (type == null || !MimeTypes.getBase(type).equalsIgnoreCase(MimeTypes.Type.APPLICATION_JSON.asString())
                || headers.contains(HttpHeader.CONTENT_ENCODING)) {
            throw new UnsupportedMediaTypeException();
        }
    }
}
