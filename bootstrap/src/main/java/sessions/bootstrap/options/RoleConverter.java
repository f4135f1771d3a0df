package sessions.bootstrap.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sessions.domain.access.Role;

/** Parses the name of a role. */
public final class RoleConverter implements ITypeConverter<Role> {

    @Override
    public Role convert(String text) {
        return Role.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not reader, writer or admin"));
    }
}
