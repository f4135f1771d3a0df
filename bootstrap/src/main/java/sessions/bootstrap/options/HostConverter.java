package sessions.bootstrap.options;

import picocli.CommandLine.ITypeConverter;

/** Parses a host to listen on: a name or an address. IPv6 addresses may be in brackets, as in URLs. */
final class HostConverter implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    }
}
