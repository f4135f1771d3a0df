package sessions.bootstrap.contract;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Names the recorded exchanges whose defects a test shows to be corrected. */
@Retention(RetentionPolicy.RUNTIME)
@interface Corrects {

    String[] value();
}
