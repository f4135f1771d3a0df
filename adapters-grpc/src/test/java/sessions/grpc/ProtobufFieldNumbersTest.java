package sessions.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import commandable.CommandableProto;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sessions_v1.SessionsProto;

/** The wire format, which is compiled into callers' programs. */
class ProtobufFieldNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Session | id 1 string, user_id 2 string, user_name 3 string, active 4 bool, open_time 5 string, close_time 6 string, request_time 7 string, address 8 string, client 9 string, user 11 string, data 12 string
            SessionPage | total 1 int64, data 2 repeated Session
            PagingParams | skip 1 int64, take 2 int32, total 3 bool
            SessionPageRequest | correlation_id 1 string, filter 2 map, paging 3 PagingParams
            SessionIdRequest | correlation_id 1 string, session_id 2 string
            SessionOpenRequest | correlation_id 1 string, user_id 2 string, user_name 3 string, address 4 string, client 5 string, user 6 string, data 7 string
            SessionStoreDataRequest | correlation_id 1 string, session_id 2 string, data 3 string
            SessionUpdateUserRequest | correlation_id 1 string, session_id 2 string, user 3 string
            SessionEmptyRequest | correlation_id 1 string
            SessionPageReply | error 1 ErrorDescription, page 2 SessionPage
            SessionObjectReply | error 1 ErrorDescription, session 2 Session
            SessionEmptyReply | error 1 ErrorDescription
            ErrorDescription | type 1 string, category 2 string, code 3 string, correlation_id 4 string, status 5 string, message 6 string, cause 7 string, stack_trace 8 string, details 9 map
            """)
    void typedMessages(String message, String fields) {
        assertThat(fields(SessionsProto.getDescriptor(), message)).isEqualTo(fields);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            InvokeRequest | method 1 string, correlation_id 2 string, args_empty 3 bool, args_json 4 string
            InvokeReply | error 1 ErrorDescription, result_empty 2 bool, result_json 3 string
            ErrorDescription | category 1 string, code 2 string, correlation_id 3 string, status 4 int32, message 5 string, cause 6 string, stack_trace 7 string, details 8 map
            """)
    void genericMessages(String message, String fields) {
        assertThat(fields(CommandableProto.getDescriptor(), message)).isEqualTo(fields);
    }

    @Test
    void services() {
        assertThat(methods(SessionsProto.getDescriptor())).isEqualTo("""
                sessions_v1.Sessions.get_sessions(SessionPageRequest) SessionPageReply
                sessions_v1.Sessions.get_session_by_id(SessionIdRequest) SessionObjectReply
                sessions_v1.Sessions.open_session(SessionOpenRequest) SessionObjectReply
                sessions_v1.Sessions.store_session_data(SessionStoreDataRequest) SessionObjectReply
                sessions_v1.Sessions.update_session_user(SessionUpdateUserRequest) SessionObjectReply
                sessions_v1.Sessions.close_session(SessionIdRequest) SessionObjectReply
                sessions_v1.Sessions.close_expired_sessions(SessionEmptyRequest) SessionEmptyReply
                sessions_v1.Sessions.delete_session_by_id(SessionIdRequest) SessionObjectReply""");
        assertThat(methods(CommandableProto.getDescriptor()))
                .isEqualTo("commandable.Commandable.invoke(InvokeRequest) InvokeReply");
    }

    private static String methods(FileDescriptor file) {
        return file.getServices().getFirst().getMethods().stream().map(ProtobufFieldNumbersTest::method)
                .collect(Collectors.joining("\n"));
    }

    private static String method(MethodDescriptor method) {
        assertThat(method.isClientStreaming() || method.isServerStreaming()).isFalse();
        return method.getFullName() + "(" + method.getInputType().getName() + ") " + method.getOutputType().getName();
    }

    private static String fields(FileDescriptor file, String message) {
        Descriptor found = file.findMessageTypeByName(message);
        return found.getFields().stream()
                .map(field -> field.getName() + " " + field.getNumber() + " " + type(field))
                .collect(Collectors.joining(", "));
    }

    private static String type(FieldDescriptor field) {
        if (field.isMapField()) {
            return "map";
        }
        String type = field.getType() == FieldDescriptor.Type.MESSAGE
                ? field.getMessageType().getName()
                : field.getType().name().toLowerCase(Locale.ROOT);
        return field.isRepeated() ? "repeated " + type : type;
    }
}
