package sessions.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an option that can also be set in the environment or in a file, because it holds for a deployment and not for one
 * call: {@code --api-key} as {@code SESSIONS_API_KEY} or {@code api-key}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Setting {

    /**
     * Whether the value is not to be shown, and may be in a file of its own, which {@code SESSIONS_API_KEY_FILE} names, or
     * {@code api-key-file}.
     */
    boolean secret() default false;
}
