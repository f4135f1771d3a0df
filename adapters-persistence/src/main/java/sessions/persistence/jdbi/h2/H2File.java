package sessions.persistence.jdbi.h2;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Converts URLs of embedded H2 databases in files. */
final class H2File {

    static final String SCHEME = "jdbc:h2:file:";
    static final String EXTENSION = ".mv.db";

    /** The parameter that requires a database to exist. It does not apply to a database in another file. */
    private static final String IF_EXISTS = "IFEXISTS=";

    private static final Pattern VALID = Pattern.compile(Pattern.quote(SCHEME) + "(/|\\.{1,2}/|~/|[A-Za-z]:)[^;]+");

    private H2File() {
    }

    /** Returns whether H2 accepts the path in a URL, and uses it as the file name without {@code .mv.db}. */
    static boolean isValid(String url) {
        String place = url.split("[?;]", 2)[0];
        return VALID.matcher(place).matches() && !place.endsWith(EXTENSION);
    }

    /** Returns the URL of a database that must already exist. */
    static String existing(String url) {
        return url + ";" + IF_EXISTS + "TRUE";
    }

    /** Returns whether the parameters of a URL require the database to exist. */
    static boolean mustExist(String url) {
        return url.toUpperCase(Locale.ROOT).contains(";" + IF_EXISTS + "TRUE");
    }

    /** Returns the file of a database. */
    static Path of(String url) {
        String path = url.substring(SCHEME.length()).split(";", 2)[0];
        return Path.of((path.startsWith("~") ? System.getProperty("user.home") + path.substring(1) : path) + EXTENSION)
                .toAbsolutePath().normalize();
    }

    /** Returns the URL of a database in another file with the same parameters, such as encryption. */
    static String movedTo(Path file, String url) {
        String path = file.toString();
        Stream<String> parameters = Arrays.stream(url.split(";")).skip(1)
                .filter(parameter -> !parameter.toUpperCase(Locale.ROOT).startsWith(IF_EXISTS));
        return Stream.concat(Stream.of(SCHEME + path.substring(0, path.length() - EXTENSION.length())), parameters)
                .collect(Collectors.joining(";"));
    }
}
