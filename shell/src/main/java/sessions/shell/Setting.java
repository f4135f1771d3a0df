package sessions.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an option that can also be set in the environment or in a file, because it applies to a deployment and not to
 * one call: {@code --api-key} as {@code SESSIONS_API_KEY} or {@code api-key}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Setting {

    /**
     * Whether the value is secret. A secret is never shown, and can be in a separate file that
     * {@code SESSIONS_API_KEY_FILE} or {@code api-key-file} names.
     */
    boolean secret() default false;

    /** Whether the value names a file that contains a secret. */
    boolean secretFile() default false;
}
