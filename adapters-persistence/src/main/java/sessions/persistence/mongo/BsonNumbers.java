package sessions.persistence.mongo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.bson.BsonDecimal128;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNumber;
import org.bson.types.Decimal128;

/** JSON's numbers as BSON's: the value stays, though not its digits. */
final class BsonNumbers {

    /** What is longer has no value that BSON carries, but for needless zeros, and takes long to find out. */
    private static final int MAX_LENGTH = 400;

    /** Whole doubles below this are written in digits, as JavaScript does: the original stores large integers so. */
    private static final double IN_DIGITS = 1e21;

    private BsonNumbers() {
    }

    /** The number that means exactly what the text says, or empty where BSON has none. */
    static Optional<BsonNumber> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        boolean whole = text.chars().allMatch(each -> each == '-' || Character.isDigit(each));
        return whole && !text.equals("-0") ? whole(text) : fractional(text);
    }

    private static Optional<BsonNumber> whole(String text) {
        BigInteger value = new BigInteger(text);
        if (value.bitLength() < Integer.SIZE) {
            return Optional.of(new BsonInt32(value.intValueExact()));
        }
        return value.bitLength() < Long.SIZE
                ? Optional.of(new BsonInt64(value.longValueExact()))
                : decimal(new BigDecimal(value));
    }

    private static Optional<BsonNumber> fractional(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            double nearest = value.doubleValue();
            return Double.isFinite(nearest) && value.compareTo(new BigDecimal(Double.toString(nearest))) == 0
                    ? Optional.of(new BsonDouble(text.startsWith("-") ? -Math.abs(nearest) : nearest))
                    : decimal(value);
        } catch (NumberFormatException beyond) {
            return Optional.empty();
        }
    }

    private static Optional<BsonNumber> decimal(BigDecimal value) {
        try {
            return Optional.of(new BsonDecimal128(new Decimal128(value)));
        } catch (NumberFormatException beyond) {
            return Optional.empty();
        }
    }

    /** As JSON; null for what is no number, of which none comes from us. */
    static String write(Decimal128 value) {
        return value.isFinite() ? value.toString() : "null";
    }

    /** As JSON; null for what is no number, as the original answers it. */
    static String write(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        boolean inDigits = value == Math.rint(value) && Math.abs(value) < IN_DIGITS && !isNegativeZero(value);
        return inDigits
                ? new BigDecimal(Double.toString(value)).toBigIntegerExact().toString()
                : Double.toString(value);
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }
}
