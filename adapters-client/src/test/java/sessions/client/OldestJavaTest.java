package sessions.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs on Java 21 use the client: it and all its dependencies are compiled for Java 21 or older. */
class OldestJavaTest {

    private static final int JAVA_21 = 65;
    private static final int MAGIC = 0xCAFEBABE;

    /** Each class stands for its module or jar. */
    @ParameterizedTest
    @ValueSource(strings = {"sessions.client.SessionsHttpClientV1", "sessions.wire.session.SessionJson",
            "sessions.domain.model.SessionV1"})
    void modulesAreCompiledForJava21(String type) throws Exception {
        assertThat(classVersions(locationOf(type))).isNotEmpty().containsOnly(JAVA_21);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools.jackson.databind.ObjectMapper", "tools.jackson.core.JsonParser",
            "com.fasterxml.jackson.annotation.JsonProperty", "org.slf4j.Logger", "org.jspecify.annotations.NullMarked"})
    void dependenciesRunOnJava21(String type) throws Exception {
        assertThat(classVersions(locationOf(type))).isNotEmpty().allSatisfy(
                version -> assertThat(version).isLessThanOrEqualTo(JAVA_21));
    }

    private static Path locationOf(String type) throws ClassNotFoundException, URISyntaxException {
        return Path.of(Class.forName(type).getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<Integer> classVersions(Path location) throws IOException {
        return Files.isDirectory(location) ? versionsInFolder(location) : versionsInJar(location);
    }

    private static List<Integer> versionsInFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Integer> versions = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                versions.add(classVersion(Files.newInputStream(file)));
            }
            return versions;
        }
    }

    /** Reads the classes that Java 21 would load; a jar may have others for newer versions. */
    private static List<Integer> versionsInJar(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), true, ZipFile.OPEN_READ, Runtime.Version.parse("21"))) {
            List<Integer> versions = new ArrayList<>();
            for (JarEntry entry : jar.versionedStream().filter(each -> each.getName().endsWith(".class")).toList()) {
                versions.add(classVersion(jar.getInputStream(entry)));
            }
            return versions;
        }
    }

    private static int classVersion(InputStream bytes) throws IOException {
        try (DataInputStream header = new DataInputStream(bytes)) {
            assertThat(header.readInt()).isEqualTo(MAGIC);
            return header.readInt() & 0xffff; // after the minor version
        }
    }
}
