package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The AOT caches of the packaged program, and of a copy that they do not match. */
class AotCacheIT {

    private static final Path SCRIPT = Path.of(System.getProperty("sessions.launcher"));
    private static final Path APP = SCRIPT.resolveSibling("bootstrap/target/app");
    private static final String OF_COMMANDS = "commands.aot";
    private static final String UNUSABLE = "Unable to use AOT cache";

    @TempDir
    private Path folder;

    private Path copiedScript = Path.of("");
    private Path copiedApp = Path.of("");

    @BeforeEach
    void copyTheProgram() throws IOException {
        copiedScript = FakeMachine.in(folder).addCheckout(SCRIPT);
        copiedApp = copiedScript.resolveSibling("bootstrap/target/app");
        copy(APP.resolve(OF_COMMANDS), copiedApp.resolve(OF_COMMANDS));
        try (Stream<Path> lib = Files.list(APP.resolve("lib"))) {
            for (Path jar : lib.toList()) {
                copy(jar, copiedApp.resolve("lib").resolve(jar.getFileName()));
            }
        }
        Files.createFile(copiedApp.resolve("built"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "serve", "db"})
    void commandsAndServiceUseACache(String command) throws InterruptedException {
        assertThat(insisting(Launcher.in(folder)).run(command, "--mistyped")).isEqualTo(rejection(command));
    }

    @Test
    void commandsThatOpenAStoreUseTheServicesCache() throws IOException, InterruptedException {
        Launcher insisting = insisting(new Launcher(copiedScript, folder, Launcher.in(folder).environment()));
        assertThat(insisting.run("list", "--mistyped")).isEqualTo(rejection("list"));
        for (List<String> opening : List.of(List.of("serve"), List.of("export"), List.of("list", "--direct"))) {
            List<String> mistyped = new ArrayList<>(opening);
            mistyped.add("--mistyped");
            assertThat(insisting.run(mistyped.toArray(String[]::new)).out()).contains(UNUSABLE);
        }
    }

    @Test
    void missingCacheIsNotAnError() throws IOException, InterruptedException {
        Files.delete(copiedApp.resolve(OF_COMMANDS));
        assertSilentlyIgnored();
    }

    @Test
    void damagedCacheIsIgnored() throws IOException, InterruptedException {
        Files.writeString(copiedApp.resolve(OF_COMMANDS), "no cache");
        assertSilentlyIgnored();
    }

    @Test
    void cacheOfAnotherJdkIsIgnored() throws IOException, InterruptedException {
        String vm = System.getProperty("java.vm.version");
        String cache = Files.readString(copiedApp.resolve(OF_COMMANDS), StandardCharsets.ISO_8859_1);
        assertThat(cache).as("its head names the JVM").contains(vm);
        Files.writeString(copiedApp.resolve(OF_COMMANDS), cache.replace(vm, "?".repeat(vm.length())),
                StandardCharsets.ISO_8859_1);
        assertSilentlyIgnored();
    }

    @Test
    void cacheOfOlderLibrariesIsIgnored() throws IOException, InterruptedException {
        try (Stream<Path> lib = Files.list(copiedApp.resolve("lib"))) {
            for (Path jar : lib.toList()) {
                Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
            }
        }
        assertSilentlyIgnored();
    }

    private void assertSilentlyIgnored() throws InterruptedException {
        Launcher copy = new Launcher(copiedScript, folder, Launcher.in(folder).environment());
        assertThat(insisting(copy).run("list", "--mistyped").out()).contains(UNUSABLE);
        assertThat(copy.run("list", "--mistyped")).isEqualTo(rejection("list"));
    }

    /** The program's own error message, which must be alone on standard error. */
    private static Launcher.Ran rejection(String command) {
        return new Launcher.Ran(2, "", "sessions: Unknown option: '--mistyped' (see sessions " + command + " --help)"
                + System.lineSeparator());
    }

    /** With this option the JVM does not start if it cannot use the cache. */
    private static Launcher insisting(Launcher launcher) {
        return launcher.with("SESSIONS_JAVA_OPTS", "-XX:AOTMode=on");
    }
}
