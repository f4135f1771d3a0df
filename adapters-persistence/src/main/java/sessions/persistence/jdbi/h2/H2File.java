package sessions.persistence.jdbi.h2;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the URL of an embedded H2 database says that its file is. */
public final class H2File {

    public static final String SCHEME = "jdbc:h2:file:";
    static final String EXTENSION = ".mv.db";

    /** Parameters that say whether a database is to be made, which the other place has another answer to. */
    private static final String IF_EXISTS = "IFEXISTS=";

    private H2File() {
    }

    /** The file of a database. */
    static Path of(String url) {
        String path = url.substring(SCHEME.length()).split(";", 2)[0];
        return Path.of((path.startsWith("~") ? System.getProperty("user.home") + path.substring(1) : path) + EXTENSION)
                .toAbsolutePath().normalize();
    }

    /** The URL of a database with the same parameters, such as an encryption, in another file. */
    static String movedTo(Path file, String url) {
        String path = file.toString();
        Stream<String> parameters = Arrays.stream(url.split(";")).skip(1)
                .filter(parameter -> !parameter.toUpperCase(Locale.ROOT).startsWith(IF_EXISTS));
        return Stream.concat(Stream.of(SCHEME + path.substring(0, path.length() - EXTENSION.length())), parameters)
                .collect(Collectors.joining(";"));
    }
}
