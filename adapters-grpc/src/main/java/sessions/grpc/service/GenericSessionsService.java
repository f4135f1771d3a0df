package sessions.grpc.service;

import com.google.protobuf.Descriptors.ServiceDescriptor;
import commandable.CommandableProto;
import commandable.ErrorDescription;
import commandable.InvokeReply;
import commandable.InvokeRequest;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import sessions.domain.error.ErrorCode;
import sessions.grpc.call.CallHandler;
import sessions.grpc.call.CallRecord;
import sessions.wire.command.CommandResult;
import sessions.wire.command.SessionCommands;
import sessions.wire.session.ErrorJson;

/** The generic service: the contract's commands by name, with the same JSON as over HTTP. */
public final class GenericSessionsService {

    public static final ServiceDescriptor SERVICE = CommandableProto.getDescriptor().findServiceByName("Commandable");

    private static final String PREFIX = "v1/sessions.";

    private final SessionCommands commands;
    private final CallHandler calls;

    public GenericSessionsService(SessionCommands commands, CallHandler calls) {
        this.commands = commands;
        this.calls = calls;
    }

    public ServerServiceDefinition definition() {
        return new UnaryServiceBuilder(SERVICE).with("invoke", InvokeRequest.getDefaultInstance(),
                InvokeReply.getDefaultInstance(), this::invoke).definition();
    }

    private void invoke(InvokeRequest request, StreamObserver<InvokeReply> caller) {
        calls.reply(request.getCorrelationId(), caller, id -> execute(request, id), GenericSessionsService::rejection);
    }

    private InvokeReply execute(InvokeRequest request, String correlationId) {
        String method = request.getMethod();
        String command = method.startsWith(PREFIX) ? method.substring(PREFIX.length()) : "";
        if (!commands.names().contains(command)) {
            ErrorJson unknown = ErrorJson.of(ErrorCode.NOT_FOUND,
                    "There is no such method; method names begin with " + PREFIX, Map.of(), correlationId);
            CallRecord.current().recordError(unknown.status());
            return rejection(unknown);
        }
        return reply(commands.execute(command, correlationId, arguments(request)));
    }

    private static byte[] arguments(InvokeRequest request) {
        return request.getArgsEmpty() ? new byte[0] : request.getArgsJsonBytes().toByteArray();
    }

    private static InvokeReply reply(CommandResult result) {
        String json = result.json();
        return json == null
                ? InvokeReply.newBuilder().setResultEmpty(true).build()
                : InvokeReply.newBuilder().setResultJson(json).build();
    }

    private static InvokeReply rejection(ErrorJson error) {
        ErrorDescription description = ErrorDescription.newBuilder().setCategory(error.category())
                .setCode(error.code()).setCorrelationId(error.correlationId()).setStatus(error.status())
                .setMessage(error.message()).putAllDetails(error.details()).build();
        return InvokeReply.newBuilder().setError(description).setResultEmpty(true).build();
    }
}
