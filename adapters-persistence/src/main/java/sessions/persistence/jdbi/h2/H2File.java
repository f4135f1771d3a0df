package sessions.persistence.jdbi.h2;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** URLs of embedded H2 databases in files. */
public final class H2File {

    public static final String SCHEME = "jdbc:h2:file:";
    static final String EXTENSION = ".mv.db";

    /** The parameter that says whether a database must exist; in another place it may not. */
    private static final String IF_EXISTS = "IFEXISTS=";

    private static final Pattern CLEAR = Pattern.compile(Pattern.quote(SCHEME) + "(/|\\.{1,2}/|~/|[A-Za-z]:)[^;]+");

    private H2File() {
    }

    /** Whether H2 accepts the path in a URL, and as the name of this file. */
    static boolean isClear(String url) {
        String place = url.split("[?;]", 2)[0];
        return CLEAR.matcher(place).matches() && !place.endsWith(EXTENSION);
    }

    /** The URL of a database that must exist already. */
    static String existing(String url) {
        return url + ";" + IF_EXISTS + "TRUE";
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
