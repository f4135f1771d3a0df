package sessions.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import sessions.cli.AdminCommands;
import sessions.cli.CommandErrors;
import sessions.cli.Connection;
import sessions.cli.DurationConverter;
import sessions.cli.ExitCode;
import sessions.cli.OpenStore;
import sessions.cli.PortsSource;
import sessions.cli.Rhythm;
import sessions.cli.Setting;
import sessions.cli.SettingsRefused;
import sessions.cli.Shell;
import sessions.cli.StoreAddress;
import sessions.cli.StoreSource;
import sessions.cli.Terminal;
import sessions.client.ClientSettings;
import sessions.client.RetryPolicy;
import sessions.client.SessionsHttpClientV1;
import sessions.grpc.GrpcApi;
import sessions.grpc.GrpcLimits;
import sessions.grpc.GrpcSettings;
import sessions.grpc.GrpcTls;
import sessions.limits.BucketRateLimit;
import sessions.limits.Rate;
import sessions.metrics.MetricsLog;
import sessions.metrics.MicrometerTelemetry;
import sessions.persistence.file.FileInUseException;
import sessions.persistence.file.FileSessionStore;
import sessions.persistence.jdbi.JdbiSessionStore;
import sessions.persistence.memory.MemorySessionStore;
import sessions.persistence.memory.StagedSessions;
import sessions.persistence.mongo.MongoSessionStore;
import sessions.rest.ConnectionLimits;
import sessions.rest.HttpApi;
import sessions.rest.HttpLimits;
import sessions.rest.HttpSettings;
import sessions.rest.TlsSettings;
import sessions.seneca.SenecaHandler;
import sessions.seneca.SenecaTcp;
import sessions.seneca.SenecaTcpLimits;
import sessions.seneca.SenecaTcpSettings;
import sessions.tracing.OpenTelemetryTracing;

/** What holds within the layers. */
final class Habits {

    /** A type that an adapter is to show is added here. */
    static final ArchRule ADAPTERS_SHOW_ONLY_THEIR_ENTRY = classes().that().arePublic().and()
            .resideInAnyPackage("..sessions.rest..", "..sessions.seneca..", "..sessions.persistence..",
                    "..sessions.cli..",
                    "..sessions.client..", "..sessions.limits..", "..sessions.metrics..", "..sessions.tracing..",
                    "..sessions.grpc..")
            .should(ArchCondition.from(JavaClass.Predicates.belongToAnyOf(HttpApi.class, HttpSettings.class,
                    HttpLimits.class,
                    TlsSettings.class,
                    ConnectionLimits.class,
                    SenecaHandler.class, SenecaTcp.class, SenecaTcpSettings.class, SenecaTcpLimits.class,
                    JdbiSessionStore.class,
                    MemorySessionStore.class, MongoSessionStore.class, StagedSessions.class, FileSessionStore.class,
                    FileInUseException.class,
                    AdminCommands.class, CommandErrors.class, ExitCode.class,
                    Connection.class, Connection.Direct.class,
                    Connection.Remote.class, DurationConverter.class, DurationConverter.OrZero.class, PortsSource.class,
                    OpenStore.class, StoreAddress.class, StoreSource.class, StoreSource.Absence.class,
                    StoreSource.StoreWork.class, Rhythm.class, Setting.class, SettingsRefused.class, Shell.class,
                    Terminal.class,
                    SessionsHttpClientV1.class,
                    ClientSettings.class, RetryPolicy.class, BucketRateLimit.class, Rate.class,
                    MicrometerTelemetry.class, MetricsLog.class,
                    OpenTelemetryTracing.class,
                    GrpcApi.class, GrpcSettings.class, GrpcLimits.class, GrpcTls.class)));

    static final ArchRule EVERY_PACKAGE_SAYS_WHAT_MAY_BE_NULL = classes().should(resideInANullMarkedPackage());

    static final ArchRule NOBODY_WRITES_TO_THE_STANDARD_STREAMS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    static final ArchRule NOBODY_USES_JAVA_UTIL_LOGGING = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    /** Whatever makes JUnit skip a test: its conditions, its and AssertJ's assumptions, aborting. */
    static final ArchRule NO_TEST_IS_SKIPPED = noClasses().should().dependOnClassesThat()
            .haveNameMatching("org\\.junit\\.jupiter\\.api\\.(Disabled|Assumptions|condition\\..*)"
                    + "|org\\.assertj\\.core\\.api\\..*Assumptions.*|org\\.opentest4j\\.TestAbortedException");

    /** Session ids, idempotency keys and access keys are made there. */
    static final ArchRule SECRETS_COME_FROM_WHAT_NOBODY_CAN_GUESS = noClasses().that()
            .resideInAnyPackage("..sessions.domain..", "..sessions.application.access..").should()
            .dependOnClassesThat().haveNameMatching("java\\.util\\.(Random|SplittableRandom|random\\..*"
                    + "|concurrent\\.ThreadLocalRandom)")
            .orShould().callMethod(UUID.class, "randomUUID").orShould().callMethod(Math.class, "random");

    private Habits() {
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
