package sessions.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an option that can also be set in the environment, because it holds for a deployment and not for one call:
 * {@code --api-key} as {@code SESSIONS_API_KEY}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Setting {
}
