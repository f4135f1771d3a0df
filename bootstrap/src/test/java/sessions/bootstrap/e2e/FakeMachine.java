package sessions.bootstrap.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A machine as the launcher sees it: a PATH, a home and the usual folders, with only the JDKs that a test adds. */
record FakeMachine(Path root) {

    private static final String[] TOOLS = {"cat", "find", "mkdir", "readlink", "touch"};

    static FakeMachine in(Path root) throws IOException {
        FakeMachine machine = new FakeMachine(root);
        Files.createDirectories(machine.path());
        Files.createDirectories(root.resolve("home"));
        for (String tool : TOOLS) {
            machine.addTool(tool, "exec " + onPath(tool) + " \"$@\"");
        }
        return machine;
    }

    private static Path onPath(String tool) {
        return Pattern.compile(":").splitAsStream(System.getenv("PATH")).map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable).findFirst().orElseThrow();
    }

    Path path() {
        return root.resolve("bin");
    }

    /** Like {@code env -i PATH=… HOME=…}, and the usual folders of the real machine are hidden. */
    Launcher launcher(Path script) {
        return new Launcher(script, root, Map.of("PATH", path().toString(), "HOME", root.resolve("home").toString(),
                "SESSIONS_TEST_ROOT", root.toString()));
    }

    /** Adds a folder that looks like a JDK; its Java prints its name and arguments. */
    Path addJdk(String folder, String version) throws IOException {
        Path jdk = root.resolve(folder);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        addScript(jdk.resolve("bin/java"), "echo " + jdk.getFileName() + " \"$@\"");
        return jdk;
    }

    /** Stands in for the JDK that runs the tests. */
    void addRealJdk(String folder) throws IOException {
        Path jdk = addJdk(folder, Integer.toString(Runtime.version().feature()));
        addScript(jdk.resolve("bin/java"), "exec '" + System.getProperty("java.home") + "/bin/java' \"$@\"");
    }

    /** A program in the machine's root folder. */
    Path addScript(String name, String commands) throws IOException {
        return addScript(root.resolve(name), commands);
    }

    void addTool(String name, String commands) throws IOException {
        addScript(path().resolve(name), commands);
    }

    void linkToPath(Path program) throws IOException {
        Files.createSymbolicLink(path().resolve(program.getFileName()), program);
    }

    /** A source checkout with a copy of the launcher, not built yet. */
    Path addCheckout(Path script) throws IOException {
        Path checkout = Files.createDirectories(root.resolve("a checkout"));
        Files.createDirectories(checkout.resolve("domain/src/main"));
        Files.createDirectories(checkout.resolve("bootstrap/src/main"));
        for (String pom : new String[]{"pom.xml", "domain/pom.xml", "bootstrap/pom.xml", "domain/src/main/A.java"}) {
            Files.createFile(checkout.resolve(pom));
        }
        return Files.copy(script, checkout.resolve("sessions"));
    }

    private static Path addScript(Path file, String commands) throws IOException {
        Files.writeString(file, Stream.of("#!/bin/sh", commands, "").reduce((a, b) -> a + "\n" + b).orElseThrow());
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
