package sessions.persistence.file;

import sessions.domain.error.StoreUnavailableException;
import sessions.persistence.StoreByUrl;

/**
 * A program that tries to open a store. It prints {@code open} when it begins, then {@code opened} or {@code rejected}.
 */
final class LockProgram {

    private LockProgram() {
    }

    public static void main(String[] args) {
        System.out.println("open");
        try {
            StoreByUrl.open(args[0]).close();
            System.out.println("opened");
        } catch (StoreUnavailableException rejected) {
            System.out.println("rejected");
        }
    }
}
