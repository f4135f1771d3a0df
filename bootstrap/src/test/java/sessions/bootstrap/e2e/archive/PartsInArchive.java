package sessions.bootstrap.e2e.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import sessions.bootstrap.e2e.AdminProgram;
import sessions.bootstrap.e2e.Launcher;

/** The parts of the archive match. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartsInArchive {

    private UnpackedArchive archive = new UnpackedArchive(Path.of(""));

    @BeforeAll
    void unpack(@TempDir Path parent) throws IOException, InterruptedException {
        archive = UnpackedArchive.unpackedIn(parent);
    }

    /** With this option the JVM does not start if it cannot use the cache. */
    @Test
    void cacheMatchesTheUnpackedRuntimeAndLibraries() throws InterruptedException {
        Launcher insisting = archive.launcher().with("SESSIONS_JAVA_OPTS", "-XX:AOTMode=on");
        assertThat(new AdminProgram(insisting).ok("--version")).startsWith("Sessions ");
    }

    @Test
    void runtimeHasEveryRequiredModule() throws IOException {
        assertThat(List.of(System.getProperty("sessions.modules").split(",")))
                .as("runtime.modules in bootstrap/pom.xml").containsAll(usedModules());
    }

    /** Determined from the classes, for libraries that are not modules with their own requirements. */
    private Set<String> usedModules() throws IOException {
        Path lib = archive.folder().resolve("lib");
        List<String> arguments = new ArrayList<>(List.of("-recursive", "--print-module-deps", "--ignore-missing-deps",
                "--multi-release", Integer.toString(Runtime.version().feature()), "--class-path", lib + "/*"));
        try (Stream<Path> libraries = Files.list(lib)) {
            libraries.filter(PartsInArchive::isNoModule).map(Path::toString).forEach(arguments::add);
        }
        StringWriter out = new StringWriter();
        PrintWriter print = new PrintWriter(out);
        int exit = ToolProvider.findFirst("jdeps").orElseThrow().run(print, print, arguments.toArray(String[]::new));
        assertThat(exit).as(out.toString()).isZero();
        return Set.of(out.toString().lines().toList().getLast().split(","));
    }

    private static boolean isNoModule(Path library) {
        try (JarFile jar = new JarFile(library.toFile())) {
            return jar.stream().noneMatch(entry -> entry.getName().endsWith("module-info.class"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(library.toString(), unreadable);
        }
    }

    @Test
    void archiveIsComplete() throws IOException {
        assertThat(archive.folder()).isDirectoryContaining("glob:**/{LICENSE,README.md,CHANGELOG.md,openapi.yaml}");
        assertThat(Files.readString(archive.folder().resolve("sessions.cdx.json"))).contains("\"CycloneDX\"",
                "\"pkg:maven/io.javalin/javalin@", "\"Apache-2.0\"");
    }
}
